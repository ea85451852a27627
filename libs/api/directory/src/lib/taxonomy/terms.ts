import { randomUUID } from 'node:crypto';
import { Transactional } from '@nestjs-cls/transactional';
import { type AuditTrail, changesBetween, outdatedVersion, refuseBroken } from '@reihe/api-platform';
import type { Me } from '@reihe/shared-contracts';
import { termNotFound, termRefusals, termsInUse } from './taxonomy.errors';

export interface TermsRepository<Term, Save> {
  list(): Promise<Term[]>;
  one(id: string): Promise<Term | null>;
  claim(id: string, version: number): Promise<boolean>;
  insert(id: string, body: Save): Promise<void>;
  update(id: string, body: Save): Promise<void>;
  remove(id: string): Promise<void>;
}

/** What categories and regions have in common: curated, ordered, translated lists whose terms stay while in use. */
export abstract class Terms<Term extends { version: number }, Save extends { version: number }> {
  protected constructor(
    private readonly subject: 'category' | 'region',
    private readonly terms: TermsRepository<Term, Save>,
    private readonly audit: AuditTrail,
  ) {}

  /** Throws where the list's own rules refuse the term. */
  protected abstract check(id: string, body: Save): Promise<void>;

  list(): Promise<Term[]> {
    return this.terms.list();
  }

  @Transactional()
  async create(body: Save, staff: Me): Promise<Term> {
    const id = randomUUID();
    await this.check(id, body);
    await refuseBroken(termRefusals, () => this.terms.insert(id, body));
    const created = await this.get(id);
    await this.record('create', id, staff, null, created);
    return created;
  }

  @Transactional()
  async save(id: string, body: Save, staff: Me): Promise<Term> {
    await this.check(id, body);
    const isClaimed = await this.terms.claim(id, body.version);
    const before = await this.get(id);
    if (!isClaimed) throw outdatedVersion(before.version);
    await refuseBroken(termRefusals, () => this.terms.update(id, body));
    const saved = await this.get(id);
    const changes = changesBetween({ ...before }, { ...saved });
    await this.record('save', id, staff, changes.before, changes.after);
    return saved;
  }

  @Transactional()
  async remove(id: string, staff: Me): Promise<void> {
    const before = await this.get(id);
    await refuseBroken(termsInUse, () => this.terms.remove(id));
    await this.record('remove', id, staff, before, null);
  }

  private async get(id: string): Promise<Term> {
    const term = await this.terms.one(id);
    if (!term) throw termNotFound();
    return term;
  }

  private record(
    verb: string,
    subjectId: string,
    staff: Me,
    before: object | null,
    after: object | null,
  ): Promise<void> {
    return this.audit.record({
      actor: { kind: 'staff', id: staff.id },
      action: `${this.subject}.${verb}`,
      subject: this.subject,
      subjectId,
      before,
      after,
    });
  }
}

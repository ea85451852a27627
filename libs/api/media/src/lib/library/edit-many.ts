import { Injectable } from '@nestjs/common';
import { Transactional } from '@nestjs-cls/transactional';
import { AuditTrail, outdatedVersion, type Actor } from '@reihe/api-platform';
import type { BulkMedia, BulkMediaAnswer, BulkMediaBefore } from '@reihe/shared-editorial';
import { mediaNotFound } from './media.errors';
import { creditOf, rightsOf } from './media.mapper';
import { told } from './media-library';
import { MediaRepository, type MediaRecord } from './media.repository';

/** Credit and rights of many images at once, and back again. All or none. */
@Injectable()
export class EditMany {
  constructor(
    private readonly media: MediaRepository,
    private readonly trail: AuditTrail,
  ) {}

  /** @throws DomainError media.not-found */
  @Transactional()
  async save({ ids, credit = {}, rights = {} }: BulkMedia, actor: Actor): Promise<BulkMediaAnswer> {
    const before = await this.media.byIds([...new Set(ids)]);
    if (before.length !== new Set(ids).size) throw mediaNotFound();
    const changed: BulkMediaBefore[] = [];
    // In one order for everybody: two that change the same images wait for one another.
    for (const record of before.sort(byId)) {
      await this.change(record, { ...given(credit), ...given(rights) }, actor);
      const { id, version } = record;
      changed.push({ id, version: version + 1, credit: creditOf(record), rights: rightsOf(record) });
    }
    return { changed };
  }

  /** @throws DomainError media.not-found, version.outdated where somebody saved since */
  @Transactional()
  async restore(items: readonly BulkMediaBefore[], actor: Actor): Promise<void> {
    const now = new Map((await this.media.byIds(items.map(({ id }) => id))).map((one) => [one.id, one]));
    for (const { id, version, credit, rights } of [...items].sort(byId)) {
      const record = now.get(id);
      if (!record) throw mediaNotFound();
      await this.change({ ...record, version }, { ...credit, ...rights }, actor);
    }
  }

  private async change(
    record: MediaRecord,
    facts: Parameters<MediaRepository['saveFacts']>[1],
    actor: Actor,
  ): Promise<void> {
    const { id, version } = record;
    if (!(await this.media.claimVersion(id, version))) throw outdatedVersion(version);
    await this.media.saveFacts(id, facts);
    const after = { ...record, ...facts };
    await this.trail.record({
      actor,
      action: 'media.save',
      subject: 'media',
      subjectId: id,
      before: told({ credit: creditOf(record), rights: rightsOf(record) }),
      after: told({ credit: creditOf(after), rights: rightsOf(after) }),
    });
  }
}

const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1);

/** What was named; absent fields of a body are there as undefined. */
function given<Facts extends object>(facts: Facts): Facts {
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined)) as Facts;
}

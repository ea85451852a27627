import { Injectable } from '@nestjs/common';
import { Transactional } from '@nestjs-cls/transactional';
import {
  AuditTrail,
  offsetOf,
  outdatedVersion,
  pageOf,
  type Actor,
  type PageQuery,
} from '@reihe/api-platform';
import type { Account, CreateAccount, Me, Page, SaveAccount } from '@reihe/shared-contracts';
import { emailKey } from '@reihe/shared-policies';
import { accountNotFound, emailTaken, lastAdministrator } from './account.errors';
import { toAccount, toMe } from './account.mapper';
import { AccountRepository } from './account.repository';
import { hashPassword, isPassword } from './password';

@Injectable()
export class AccountsService {
  constructor(
    private readonly accounts: AccountRepository,
    private readonly trail: AuditTrail,
  ) {}

  async list(query: PageQuery): Promise<Page<Account>> {
    const [rows, total] = await this.accounts.list(query.q, offsetOf(query), query.pageSize);
    return pageOf(rows.map(toAccount), total, query);
  }

  async get(id: string): Promise<Account> {
    const row = await this.accounts.byId(id);
    if (!row) throw accountNotFound();
    return toAccount(row);
  }

  @Transactional()
  async create({ email, name, password, roles, language }: CreateAccount, actor: Actor): Promise<Account> {
    if (await this.accounts.byEmail(email)) throw emailTaken();
    const id = await this.accounts.insert({
      email,
      emailKey: emailKey(email),
      name,
      passwordHash: await hashPassword(password),
      roles,
      language,
    });
    await this.trail.record({
      actor,
      action: 'account.create',
      subject: 'account',
      subjectId: id,
      after: { roles, language, isActive: true },
    });
    return this.get(id);
  }

  @Transactional()
  async save(id: string, { version, password, ...change }: SaveAccount, by: Me): Promise<Account> {
    const administrators = await this.accounts.lockAdministrators();
    const before = await this.accounts.byId(id);
    if (!before) throw accountNotFound();
    if (!(await this.accounts.claimVersion(id, version))) throw outdatedVersion(before.version);
    const staysAdministrator = change.isActive && change.roles.includes('administrator');
    if (!staysAdministrator && administrators.length === 1 && administrators[0] === id)
      throw lastAdministrator();

    await this.accounts.update(id, {
      ...change,
      ...(password && { passwordHash: await hashPassword(password) }),
    });
    const isSameAccess = change.isActive && change.roles.join() === before.roles.join() && !password;
    if (!isSameAccess) await this.accounts.endSessions(id);
    await this.trail.record({
      actor: { kind: 'staff', id: by.id },
      action: 'account.save',
      subject: 'account',
      subjectId: id,
      before: { roles: before.roles, language: before.language, isActive: before.isActive },
      after: {
        roles: change.roles,
        language: change.language,
        isActive: change.isActive,
        isPasswordNew: !!password,
      },
    });
    return this.get(id);
  }

  /** null: no such active account, or not its password; which of both is not said. */
  async signIn(email: string, password: string, now: Date): Promise<Me | null> {
    const row = await this.accounts.byEmail(email);
    const isRight = await isPassword(row?.isActive ? row.passwordHash : null, password);
    if (!row || !isRight) return null;
    await this.accounts.update(row.id, { lastSignInAt: now });
    return toMe(row);
  }

  /** The signed-in person as of this request: a taken role or a closed account works at once. */
  async whoIs(id: string): Promise<Me | null> {
    const row = await this.accounts.byId(id);
    return row?.isActive ? toMe(row) : null;
  }
}

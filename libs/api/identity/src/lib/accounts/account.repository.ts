import { Injectable } from '@nestjs/common';
import { Database, StaffAccountRow } from '@reihe/api-persistence';
import { likeText } from '@reihe/api-platform';
import { emailKey } from '@reihe/shared-policies';
import { ILike, QueryFailedError } from 'typeorm';
import { emailTaken } from './account.errors';

@Injectable()
export class AccountRepository {
  constructor(private readonly database: Database) {}

  private get accounts() {
    return this.database.of(StaffAccountRow);
  }

  byEmail(email: string): Promise<StaffAccountRow | null> {
    return this.accounts.findOneBy({ emailKey: emailKey(email) });
  }

  byId(id: string): Promise<StaffAccountRow | null> {
    return this.accounts.findOneBy({ id });
  }

  list(search: string | undefined, offset: number, limit: number): Promise<[StaffAccountRow[], number]> {
    const like = search ? ILike(`%${likeText(search)}%`) : undefined;
    return this.accounts.findAndCount({
      ...(like && { where: [{ name: like }, { email: like }] }),
      order: { name: 'ASC', id: 'ASC' },
      skip: offset,
      take: limit,
    });
  }

  async insert(
    account: Omit<StaffAccountRow, 'id' | 'version' | 'createdAt' | 'lastSignInAt' | 'isActive'>,
  ): Promise<string> {
    const { identifiers } = await this.accounts.insert(account).catch((error: unknown) => {
      // Two at once both found the address free; the database did not.
      throw isViolationOf('uq_staff_accounts_email_key', error) ? emailTaken() : error;
    });
    return (identifiers[0] as { id: string }).id;
  }

  async update(
    id: string,
    change: Partial<
      Pick<StaffAccountRow, 'name' | 'roles' | 'language' | 'isActive' | 'passwordHash' | 'lastSignInAt'>
    >,
  ): Promise<void> {
    await this.accounts.update({ id }, change);
  }

  claimVersion(id: string, version: number): Promise<boolean> {
    return this.database.claimVersion('staff_accounts', id, version);
  }

  /** Ids of those who can administer, locked until the transaction ends: two cannot demote each other at once. */
  async lockAdministrators(): Promise<string[]> {
    const rows = await this.database.query<{ id: string }>(
      `SELECT id FROM staff_accounts WHERE is_active AND 'administrator' = ANY (roles) ORDER BY id FOR UPDATE`,
    );
    return rows.map(({ id }) => id);
  }

  /** Signs the account out everywhere. */
  async endSessions(id: string): Promise<void> {
    await this.database.query(`DELETE FROM staff_sessions WHERE sess #>> '{passport,user}' = $1`, [id]);
  }
}

function isViolationOf(constraint: string, error: unknown): boolean {
  const cause =
    error instanceof QueryFailedError ? (error.driverError as { constraint?: string }) : undefined;
  return cause?.constraint === constraint;
}

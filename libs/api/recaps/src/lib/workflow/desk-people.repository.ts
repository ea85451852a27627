import { Injectable } from '@nestjs/common';
import { Database } from '@reihe/api-persistence';
import { ROLES, type Language, type Permission } from '@reihe/shared-contracts';
import type { DeskPerson } from '@reihe/shared-editorial';
import { may } from '@reihe/shared-policies';

/** Somebody of the staff who can be written to. */
export interface ReachablePerson {
  id: string;
  name: string;
  email: string;
  language: Language;
}

const rolesThatMay = (permission: Permission) => ROLES.filter((role) => may([role], permission));

/** Who works on recaps; accounts that were closed do no more. */
@Injectable()
export class DeskPeopleRepository {
  constructor(private readonly database: Database) {}

  people(): Promise<DeskPerson[]> {
    return this.database.query<DeskPerson>(
      `SELECT id, name, roles && $2::text[] AS "isReviewer" FROM staff_accounts
       WHERE is_active AND roles && $1::text[] ORDER BY lower(name), id`,
      [rolesThatMay('recaps.write'), rolesThatMay('recaps.publish')],
    );
  }

  async isAtDesk(id: string, permission: 'recaps.write' | 'recaps.publish'): Promise<boolean> {
    const found = await this.database.query(
      `SELECT 1 FROM staff_accounts WHERE id = $1 AND is_active AND roles && $2::text[]`,
      [id, rolesThatMay(permission)],
    );
    return found.length > 0;
  }

  /** Whose recap it is: the owner, or where nobody was named whoever wrote last. */
  async ownerOf(recapId: string): Promise<string | null> {
    const [row] = await this.database.query<{ id: string | null }>(
      `SELECT coalesce(a.owner_id, c.last_writer_id) AS id
       FROM recaps c LEFT JOIN recap_assignments a ON a.recap_id = c.id WHERE c.id = $1`,
      [recapId],
    );
    return row?.id ?? null;
  }

  reachable(ids: readonly string[]): Promise<ReachablePerson[]> {
    return this.database.query<ReachablePerson>(
      `SELECT id, name, email, language FROM staff_accounts WHERE id = ANY ($1::uuid[]) AND is_active ORDER BY id`,
      [ids],
    );
  }
}

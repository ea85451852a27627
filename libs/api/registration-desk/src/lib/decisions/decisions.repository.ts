import { Injectable } from '@nestjs/common';
import { Database } from '@reihe/api-persistence';
import type { Language } from '@reihe/shared-contracts';
import { titleOf } from '../list/registrations.sql';

export interface NamedRegistration {
  id: string;
  name: string;
  email: string;
  sessionId: string;
  sessionTitle: string;
}

@Injectable()
export class DecisionsRepository {
  constructor(private readonly database: Database) {}

  /** Whom and what ids stand for, in their order. */
  named(ids: readonly string[], languages: readonly Language[]): Promise<NamedRegistration[]> {
    return this.database.query(
      `SELECT r.id, r.name, coalesce(p.email, '') AS email, s.id AS "sessionId", coalesce(t.title, s.slug) AS "sessionTitle"
       FROM registrations r
       JOIN participants p ON p.id = r.participant_id
       JOIN sessions s ON s.id = r.session_id
       JOIN series y ON y.id = s.series_id
       ${titleOf('$2')}
       WHERE r.id = ANY ($1::uuid[])
       ORDER BY array_position($1::uuid[], r.id)`,
      [ids, languages],
    );
  }
}

import { Injectable } from '@nestjs/common';
import { Database } from '@reihe/api-persistence';
import type { Language } from '@reihe/shared-contracts';

/** Who sent a form, by the key of their address. */
export interface FormPerson {
  email: string;
  emailKey: string;
  language: Language;
  timeZone: string;
}

export interface MetPerson {
  id: string;
  emailKey: string;
  /** Empty until the address is proven. */
  name: string;
  isVerified: boolean;
  /** Links to confirm with that were made since the moment asked for. */
  linksSince: number;
}

export interface NewConfirmLink {
  id: string;
  participantId: string;
  tokenHash: string;
  expiresAt: Date;
}

/** People of several forms at once, and the links they confirm with. */
@Injectable()
export class FormPeopleRepository {
  constructor(private readonly database: Database) {}

  /**
   * The people of these addresses, made known where they are new, or whom an address leads to that was merged; nothing known of
   * somebody is touched. Locks their rows in
   * ascending order, so that two forms for one address come after one another.
   */
  meet(people: readonly FormPerson[], linksSince: Date, now: Date): Promise<MetPerson[]> {
    return this.database.often(
      `WITH met AS (
         INSERT INTO participants (email, email_key, language, time_zone, created_at)
         SELECT email, "emailKey", language, "timeZone", $2
         FROM jsonb_to_recordset($1) AS f (email text, "emailKey" text, language text, "timeZone" text)
         ORDER BY "emailKey"
         ON CONFLICT (email_key) DO UPDATE SET version = participants.version
         RETURNING id, email_key, name, verified_at, merged_into_id
       )
       SELECT coalesce(o.id, m.id) AS id, m.email_key AS "emailKey", coalesce(o.name, m.name) AS name,
              coalesce(o.verified_at, m.verified_at) IS NOT NULL AS "isVerified",
              (SELECT count(*)::int FROM participant_links l
               WHERE l.participant_id = coalesce(o.id, m.id) AND l.purpose = 'confirm' AND l.created_at > $3) AS "linksSince"
       FROM met m LEFT JOIN participants o ON o.id = m.merged_into_id`,
      [JSON.stringify(people), now, linksSince],
    );
  }

  async addConfirmLinks(links: readonly NewConfirmLink[], now: Date): Promise<void> {
    if (links.length === 0) return;
    await this.database.often(
      `INSERT INTO participant_links (id, participant_id, purpose, token_hash, expires_at, created_at)
       SELECT id, "participantId", 'confirm', "tokenHash", "expiresAt", $2
       FROM jsonb_to_recordset($1) AS l (id uuid, "participantId" uuid, "tokenHash" text, "expiresAt" timestamptz)`,
      [JSON.stringify(links), now],
    );
  }
}

import { Injectable } from '@nestjs/common';
import { Database, LinkRequestRow } from '@reihe/api-persistence';
import type { Language, RegistrationState, SessionState } from '@reihe/shared-contracts';
import type { MyProfile, NeedsOfSession, OwnData } from '@reihe/shared-registration';

export interface PlaceRow {
  id: string;
  state: RegistrationState;
  /** Of the person's page. */
  language: Language;
  slug: string;
  title: string;
  titleLanguage: Language;
  sessionId: string;
  sessionState: SessionState;
  startsAt: Date;
  endsAt: Date;
  timeZone: string;
  sequence: number;
  updatedAt: Date;
}

export interface KnownPerson {
  id: string;
  email: string;
  name: string;
  language: Language;
  timeZone: string;
}

export interface TakenRequest {
  emailKey: string;
  language: Language;
  /** Whom another address is for; null, and no address: a link is asked for. */
  participantId: string | null;
  newEmail: string | null;
}

/** `$2`: language of the titles. */
const PLACES = `
  SELECT r.id, r.state, r.language, s.slug, coalesce(t.title, s.slug) AS title,
         coalesce(t.language, y.default_language) AS "titleLanguage", s.id AS "sessionId", s.state AS "sessionState",
         s.starts_at AS "startsAt", s.ends_at AS "endsAt", s.time_zone AS "timeZone", s.sequence, s.updated_at AS "updatedAt"
  FROM registrations r
  JOIN sessions s ON s.id = r.session_id
  JOIN series y ON y.id = s.series_id
  LEFT JOIN LATERAL (
    SELECT x.title, x.language FROM session_translations x WHERE x.session_id = s.id
    ORDER BY x.language = coalesce($2, r.language) DESC, x.language = y.default_language DESC, x.language
    LIMIT 1
  ) t ON true`;

/** Of registration `r`: a place, or hope for one. */
const UPCOMING = `r.state IN ('confirmed', 'waitlisted', 'awaiting-approval')`;

@Injectable()
export class MySessionsRepository {
  constructor(private readonly database: Database) {}

  /** What the person's calendar shows: places, and hopes for one. */
  placesToKeep(participantId: string, language: Language | null = null): Promise<PlaceRow[]> {
    return this.database.query(
      `${PLACES} WHERE r.participant_id = $1 AND r.state IN ('confirmed', 'waitlisted') AND s.state <> 'draft'
       ORDER BY s.starts_at, s.id`,
      [participantId, language],
    );
  }

  async place(registrationId: string, language: Language): Promise<PlaceRow | null> {
    const [row] = await this.database.query<PlaceRow>(`${PLACES} WHERE r.id = $1`, [
      registrationId,
      language,
    ]);
    return row ?? null;
  }

  /** False: erased. */
  async isKnown(participantId: string): Promise<boolean> {
    const known = await this.database.query(`SELECT FROM participants WHERE id = $1 AND erased_at IS NULL`, [
      participantId,
    ]);
    return known.length === 1;
  }

  /** null: erased. */
  async profile(participantId: string, language: Language, now: Date): Promise<MyProfile | null> {
    const [row] = await this.database.query<MyProfile>(
      `SELECT p.version, p.email, p.name, p.organisation, p.job_position AS position, p.city, coalesce(p.country, '') AS country,
              p.language, p.time_zone AS "timeZone",
              coalesce((
                SELECT jsonb_agg(jsonb_build_object(
                  'registrationId', r.id, 'title', coalesce(t.title, s.slug), 'startsAt', iso_instant(s.starts_at),
                  'accessibilityNeeds', r.accessibility_needs) ORDER BY s.starts_at, s.id)
                FROM registrations r
                JOIN sessions s ON s.id = r.session_id
                JOIN series y ON y.id = s.series_id
                CROSS JOIN LATERAL (SELECT * FROM session_rules u WHERE u.session_id = s.id) u
                LEFT JOIN LATERAL (
                  SELECT x.title FROM session_translations x WHERE x.session_id = s.id
                  ORDER BY x.language = $2 DESC, x.language = y.default_language DESC, x.language LIMIT 1
                ) t ON true
                WHERE r.participant_id = p.id AND ${UPCOMING} AND s.starts_at > $3
                  AND (u.asks_accessibility OR r.accessibility_needs <> '')), '[]') AS needs
       FROM participants p WHERE p.id = $1 AND p.erased_at IS NULL`,
      [participantId, language, now],
    );
    return row ?? null;
  }

  /** Sessions to come that the person is registered for, ascending: before the person, as whoever takes a seat does. */
  async lockUpcoming(participantId: string, now: Date): Promise<string[]> {
    const locked = await this.database.query<{ id: string }>(
      `SELECT s.id FROM sessions s
       WHERE s.starts_at > $2
         AND s.id IN (SELECT r.session_id FROM registrations r WHERE r.participant_id = $1 AND ${UPCOMING})
       ORDER BY s.id FOR NO KEY UPDATE`,
      [participantId, now],
    );
    return locked.map(({ id }) => id);
  }

  /** False: somebody saved another version meanwhile. */
  async saveProfile(participantId: string, version: number, data: OwnData): Promise<boolean> {
    const saved = await this.database.query(
      `WITH saved AS (
         UPDATE participants
         SET name = $3, organisation = $4, job_position = $5, city = $6, country = $7, language = $8, time_zone = $9,
             version = version + 1
         WHERE id = $1 AND version = $2 AND erased_at IS NULL RETURNING id
       ) SELECT id FROM saved`,
      [participantId, version, ...columnsOf(data)],
    );
    return saved.length === 1;
  }

  /**
   * Carries changed data into what the person has in these sessions, whose locks are held; needs into that they are said of, where
   * they stay as they are unless something is said. Ids, for the audit.
   */
  async saveIn(
    sessionIds: readonly string[],
    participantId: string,
    data: OwnData,
    needs: readonly NeedsOfSession[],
  ): Promise<string[]> {
    const saved = await this.database.query<{ id: string }>(
      `WITH said AS (
         SELECT * FROM jsonb_to_recordset($10::jsonb) AS n ("registrationId" uuid, "accessibilityNeeds" text)
       ), saved AS (
         UPDATE registrations r
         SET name = $3, organisation = $4, job_position = $5, city = $6, country = $7, language = $8, time_zone = $9,
             accessibility_needs = coalesce(
               (SELECT n."accessibilityNeeds" FROM said n WHERE n."registrationId" = r.id LIMIT 1), r.accessibility_needs),
             version = r.version + 1
         WHERE r.participant_id = $1 AND r.session_id = ANY ($2::uuid[]) AND ${UPCOMING}
         RETURNING r.id
       ) SELECT id FROM saved ORDER BY id`,
      [participantId, sessionIds, ...columnsOf(data), JSON.stringify(needs)],
    );
    return saved.map(({ id }) => id);
  }

  async askForLink(emailKey: string, language: Language, createdAt: Date): Promise<void> {
    await this.database.of(LinkRequestRow).insert({ emailKey, language, createdAt });
  }

  /** Takes what was asked for off the list, whether or not the address is known: once each, whoever else does the same. */
  async takeLinkRequests(count: number): Promise<TakenRequest[]> {
    return this.database.query(
      `WITH taken AS (
         DELETE FROM link_requests WHERE id IN (
           SELECT id FROM link_requests ORDER BY created_at, id LIMIT $1 FOR UPDATE SKIP LOCKED
         ) RETURNING email_key, language, participant_id, new_email, created_at
       ) SELECT email_key AS "emailKey", language, participant_id AS "participantId", new_email AS "newEmail"
         FROM taken ORDER BY created_at`,
      [count],
    );
  }

  /**
   * Of addresses that were proven, or that organisers entered and vouch for; and who was sent fewer links than `limit` since then. One
   * that was merged leads on only where it was proven itself.
   */
  async whoMayHaveLink(emailKey: string, since: Date, limit: number): Promise<KnownPerson | null> {
    const [person] = await this.database.query<KnownPerson>(
      `SELECT p.id, k.email, p.name, p.language, p.time_zone AS "timeZone"
       FROM participants k JOIN participants p ON p.id = coalesce(k.merged_into_id, k.id)
       WHERE k.email_key = $1 AND p.erased_at IS NULL
         AND (k.verified_at IS NOT NULL OR k.id = p.id AND EXISTS (
           SELECT FROM registrations r
           WHERE r.participant_id = p.id AND r.origin IN ('staff', 'import')
             AND r.state IN ('awaiting-approval', 'confirmed', 'waitlisted')))
         AND (SELECT count(*) FROM outbox_messages m
              WHERE m.participant_id = p.id AND m.template = 'my-sessions-link' AND m.created_at > $2) < $3`,
      [emailKey, since, limit],
    );
    return person ?? null;
  }
}

function columnsOf({ name, organisation, position, city, country, language, timeZone }: OwnData): string[] {
  return [name, organisation, position, city, country, language, timeZone];
}

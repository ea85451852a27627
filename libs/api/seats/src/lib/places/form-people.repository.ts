import { Injectable } from '@nestjs/common';
import { Database } from '@reihe/api-persistence';
import type { Language } from '@reihe/shared-contracts';
import type { Person } from '../people/participants.repository';

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
  /** Empty until the address is proven or an organiser says who it is. */
  name: string;
  /** Links to confirm with that were made since the moment asked for. */
  linksSince: number;
  /** Nobody knew them before. */
  isNew: boolean;
}

export interface LockedPerson extends Person {
  id: string;
  email: string;
  emailKey: string;
}

/** Somebody to write to. */
export interface ProvenPerson extends Pick<Person, 'name' | 'language' | 'timeZone'> {
  id: string;
  email: string;
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

  /** null: nobody of this id is there any more, or they were made part of somebody else. */
  async addressOf(id: string): Promise<string | null> {
    const [person] = await this.database.often<{ email: string }>(
      `SELECT email FROM participants WHERE id = $1 AND erased_at IS NULL AND merged_into_id IS NULL`,
      [id],
    );
    return person?.email ?? null;
  }

  /**
   * Locks people against whoever merges, erases or describes them: after the locks of sessions, in ascending order, as everywhere. Whom
   * somebody else was made part of, or who was erased, is not there any more.
   */
  lock(ids: readonly string[]): Promise<LockedPerson[]> {
    return this.database.often(
      `SELECT id, email, email_key AS "emailKey", name, organisation, job_position AS position, city,
              coalesce(country, '') AS country, language, time_zone AS "timeZone"
       FROM participants
       WHERE id = ANY ($1::uuid[]) AND erased_at IS NULL AND merged_into_id IS NULL
       ORDER BY id FOR NO KEY UPDATE`,
      [ids],
    );
  }

  /** Under their locks: addresses are proven, and what was typed with them becomes the people's own. */
  async verify(people: readonly (Person & { id: string })[], now: Date): Promise<ProvenPerson[]> {
    if (people.length === 0) return [];
    return this.database.often(
      `WITH verified AS (
         UPDATE participants p
         SET name = w.name, organisation = w.organisation, job_position = w.position, city = w.city, country = nullif(w.country, ''),
             language = w.language, time_zone = w."timeZone", verified_at = coalesce(p.verified_at, $2), version = p.version + 1
         FROM jsonb_to_recordset($1) AS w (
           id uuid, name text, organisation text, position text, city text, country text, language text, "timeZone" text)
         WHERE p.id = ANY ($3::uuid[]) AND p.id = w.id AND p.erased_at IS NULL
         RETURNING p.id, p.email, p.name, p.language, p.time_zone
       ) SELECT id, email, name, language, time_zone AS "timeZone" FROM verified`,
      [JSON.stringify(people), now, people.map(({ id }) => id)],
    );
  }

  /**
   * The people of these addresses, made known where they are new, or whom an address leads to that was merged; nothing known of
   * somebody is touched. Locks the rows
   * that are there in the order of `lock`, so that two forms for one address come after one another.
   */
  meet(people: readonly FormPerson[], linksSince: Date, now: Date): Promise<MetPerson[]> {
    return this.database.often(
      `WITH known AS MATERIALIZED (
         SELECT id FROM participants
         WHERE email_key = ANY ($4::text[])
         ORDER BY id FOR NO KEY UPDATE
       ), met AS (
         INSERT INTO participants (email, email_key, language, time_zone, created_at)
         SELECT email, "emailKey", language, "timeZone", $2
         FROM jsonb_to_recordset($1) AS f (email text, "emailKey" text, language text, "timeZone" text)
         WHERE (SELECT count(*) FROM known) >= 0
         ORDER BY "emailKey"
         ON CONFLICT (email_key) DO UPDATE SET version = participants.version
         RETURNING id, email_key, name, merged_into_id, xmax = 0 AS is_new
       )
       SELECT coalesce(o.id, m.id) AS id, m.email_key AS "emailKey", coalesce(o.name, m.name) AS name, m.is_new AS "isNew",
              (SELECT count(*)::int FROM participant_links l
               WHERE l.participant_id = coalesce(o.id, m.id) AND l.purpose = 'confirm' AND l.created_at > $3) AS "linksSince"
       FROM met m
       LEFT JOIN LATERAL (SELECT p.id, p.name FROM participants p WHERE p.id = m.merged_into_id LIMIT 1) o ON true`,
      [JSON.stringify(people), now, linksSince, people.map((person) => person.emailKey)],
    );
  }

  /** How many of these addresses are known. */
  async countKnown(emailKeys: readonly string[]): Promise<number> {
    const known = await this.database.often(`SELECT FROM participants WHERE email_key = ANY ($1::text[])`, [
      emailKeys,
    ]);
    return known.length;
  }

  /** People whom nobody knew a moment ago, in the order of `meet`. @throws at the commit where one is known by now: `isOvertaken` tells it */
  async add(people: readonly (FormPerson & { id: string })[], now: Date): Promise<void> {
    await this.database.write(
      `INSERT INTO participants (id, email, email_key, language, time_zone, created_at)
       SELECT id, email, "emailKey", language, "timeZone", $2
       FROM jsonb_to_recordset($1) AS f (id uuid, email text, "emailKey" text, language text, "timeZone" text)
       ORDER BY "emailKey"`,
      [JSON.stringify(people), now],
    );
  }

  /** Who was met in this transaction and is to be known no more than before it. */
  async forget(ids: readonly string[]): Promise<void> {
    if (ids.length === 0) return;
    await this.database.write(`DELETE FROM participants WHERE id = ANY ($1::uuid[])`, [ids]);
  }

  async addConfirmLinks(links: readonly NewConfirmLink[], now: Date): Promise<void> {
    if (links.length === 0) return;
    await this.database.write(
      `INSERT INTO participant_links (id, participant_id, purpose, token_hash, expires_at, created_at)
       SELECT id, "participantId", 'confirm', "tokenHash", "expiresAt", $2
       FROM jsonb_to_recordset($1) AS l (id uuid, "participantId" uuid, "tokenHash" text, "expiresAt" timestamptz)`,
      [JSON.stringify(links), now],
    );
  }
}

import { Injectable } from '@nestjs/common';
import { Database, ParticipantMergeRow } from '@reihe/api-persistence';
import type { Language, RegistrationState } from '@reihe/shared-contracts';
import type { KnownPerson } from '@reihe/shared-registration';
import { titleOf } from '../list/registrations.sql';

export interface MergingParticipant extends Omit<KnownPerson, 'registrations'> {
  isVerified: boolean;
  isErased: boolean;
  mergedIntoId: string | null;
}

export interface MergingRegistration {
  id: string;
  participantId: string;
  sessionId: string;
  seriesId: string;
  sessionTitle: string;
  seriesTitle: string;
  state: RegistrationState;
  queueNumber: number | null;
  isLive: boolean;
}

export interface SeriesPeople {
  id: string;
  title: string;
  people: number;
}

/** What of two people moves when they become one. Sessions are locked before people, as everywhere. */
@Injectable()
export class MergeRepository {
  constructor(private readonly database: Database) {}

  /** Against every taking and freeing of seats, ascending. Their ids. */
  async lockSessionsOf(participantIds: readonly string[]): Promise<Set<string>> {
    const locked = await this.database.query<{ id: string }>(
      `SELECT id FROM sessions
       WHERE id IN (SELECT session_id FROM registrations WHERE participant_id = ANY ($1::uuid[]))
       ORDER BY id FOR NO KEY UPDATE`,
      [participantIds],
    );
    return new Set(locked.map(({ id }) => id));
  }

  /** Whoever registers with one of their addresses waits until this is over, and is then led on. */
  lockPeople(ids: readonly string[]): Promise<MergingParticipant[]> {
    return this.database.query(
      `SELECT id, name, coalesce(email, '') AS email, organisation, city, country, verified_at IS NOT NULL AS "isVerified",
              erased_at IS NOT NULL AS "isErased", merged_into_id AS "mergedIntoId"
       FROM participants WHERE id = ANY ($1::uuid[]) ORDER BY id FOR UPDATE`,
      [ids],
    );
  }

  registrations(
    participantIds: readonly string[],
    languages: readonly Language[],
  ): Promise<MergingRegistration[]> {
    return this.database.query(
      `SELECT r.id, r.participant_id AS "participantId", s.id AS "sessionId", y.id AS "seriesId",
              coalesce(t.title, s.slug) AS "sessionTitle", coalesce(yt.title, y.slug) AS "seriesTitle", r.state,
              r.queue_number::float8 AS "queueNumber",
              r.state IN ('unverified', 'awaiting-approval', 'confirmed', 'waitlisted') AS "isLive"
       FROM registrations r
       JOIN sessions s ON s.id = r.session_id
       JOIN series y ON y.id = s.series_id
       ${titleOf('$2')}
       LEFT JOIN LATERAL (
         SELECT x.title FROM series_translations x WHERE x.series_id = y.id
         ORDER BY language_rank(x.language, $2, y.default_language) LIMIT 1
       ) yt ON true
       WHERE r.participant_id = ANY ($1::uuid[])
       ORDER BY s.starts_at, s.id, r.created_at, r.id`,
      [participantIds, languages],
    );
  }

  /** Ends registrations without telling anybody: their person keeps the better one. */
  async end(ids: readonly string[], now: Date): Promise<void> {
    await this.database.query(
      `UPDATE registrations
       SET state = 'cancelled', queue_number = NULL, confirm_link_id = NULL, held_until = NULL, ended_at = $2, version = version + 1
       WHERE id = ANY ($1::uuid[])`,
      [ids, now],
    );
  }

  /**
   * An address that nobody proved leads to nobody: what was mailed there opens no page of the person's, and whoever comes with it is
   * somebody new. A link that gives up one place opens nothing and stays.
   */
  async cutOff(absorbedId: string): Promise<void> {
    await this.database.query(
      `DELETE FROM participant_links WHERE participant_id = $1 AND purpose <> 'release'`,
      [absorbedId],
    );
    await this.database.query(`UPDATE participants SET email_key = NULL WHERE id = $1`, [absorbedId]);
  }

  /** Registrations, links and mails go over, and whoever led to the one that goes. */
  async move(absorbedId: string, keptId: string): Promise<void> {
    // An address that was asked for under the one was not asked for under the other.
    await this.database.query(
      `DELETE FROM participant_links WHERE participant_id = $1 AND purpose = 'email'`,
      [absorbedId],
    );
    for (const table of ['registrations', 'participant_links', 'outbox_messages', 'unsubscribe_links'])
      await this.database.query(`UPDATE ${table} SET participant_id = $2 WHERE participant_id = $1`, [
        absorbedId,
        keptId,
      ]);
    // Who wanted no news under one address wants none under the other, and is told of no recap twice.
    await this.database.query(
      `INSERT INTO news_opt_outs (participant_id, series_id, created_at)
       SELECT $2, series_id, created_at FROM news_opt_outs WHERE participant_id = $1 ON CONFLICT DO NOTHING`,
      [absorbedId, keptId],
    );
    await this.database.query(
      `INSERT INTO sent_recap_news (participant_id, recap_id, created_at)
       SELECT $2, recap_id, created_at FROM sent_recap_news WHERE participant_id = $1 ON CONFLICT DO NOTHING`,
      [absorbedId, keptId],
    );
    await this.database.query(
      `UPDATE participants SET merged_into_id = $2, version = version + 1 WHERE id = $1 OR merged_into_id = $1`,
      [absorbedId, keptId],
    );
    await this.database.query(`UPDATE participants SET version = version + 1 WHERE id = $1`, [keptId]);
  }

  async remember(merge: Omit<ParticipantMergeRow, 'id' | 'kept' | 'absorbed'>): Promise<void> {
    await this.database.of(ParticipantMergeRow).insert(merge);
  }

  /** Who waits in these sessions, beside the two. */
  async waiting(sessionIds: readonly string[]): Promise<string[]> {
    const rows = await this.database.query<{ id: string }>(
      `SELECT id FROM registrations WHERE session_id = ANY ($1::uuid[]) AND state = 'waitlisted'`,
      [sessionIds],
    );
    return rows.map(({ id }) => id);
  }

  /** Of these those that have a seat now. */
  promoted(
    ids: readonly string[],
    languages: readonly Language[],
  ): Promise<{ id: string; name: string; sessionTitle: string }[]> {
    return this.database.query(
      `SELECT r.id, r.name, coalesce(t.title, s.slug) AS "sessionTitle"
       FROM registrations r JOIN sessions s ON s.id = r.session_id JOIN series y ON y.id = s.series_id
       ${titleOf('$2')}
       WHERE r.id = ANY ($1::uuid[]) AND r.state = 'confirmed' ORDER BY r.id`,
      [ids, languages],
    );
  }

  /** How many different people each series counts. */
  peopleOf(seriesIds: readonly string[]): Promise<SeriesPeople[]> {
    return this.database.query(
      `SELECT c.series_id AS id, c.participants AS people, coalesce(t.title, y.slug) AS title
       FROM series_counts c JOIN series y ON y.id = c.series_id
       LEFT JOIN series_translations t ON t.series_id = y.id AND t.language = y.default_language
       WHERE c.series_id = ANY ($1::uuid[]) ORDER BY c.series_id`,
      [seriesIds],
    );
  }
}

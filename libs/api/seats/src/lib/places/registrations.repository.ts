import { Injectable } from '@nestjs/common';
import { Database, RegistrationRow } from '@reihe/api-persistence';
import type { Language, RegistrationState } from '@reihe/shared-contracts';
import { TOLD_REGISTRATION_STATES } from '@reihe/shared-policies';
import type { LockedSession, RegistrationFacts, SessionFacts } from './registration-facts';

/** Instants of JSON are texts. */
export type SessionAsJson = Omit<SessionFacts, 'startsAt' | 'endsAt' | 'updatedAt'> & {
  startsAt: string;
  endsAt: string;
  updatedAt: string;
};

type FlatFacts = Omit<RegistrationFacts, 'session'> & {
  session: SessionAsJson;
};

/** Of a session's seats, read under its lock. */
export interface SeatState {
  sessionId: string;
  taken: number;
  /** Of people who wait, as many as decide anything: up to what is free, and to the length that the list may have; at least one. */
  waiting: number;
  /** Holds that are over and were not ended yet: they count as taken until somebody ends them. */
  lapsed: number;
  /** The same text as long as nothing changes that seats are allotted by. */
  rules: string;
}

export interface SeatMove {
  id: string;
  state: 'awaiting-approval' | 'confirmed' | 'waitlisted' | 'expired';
}

/** Of a wish that no seat waits for any more. */
export interface EndedHold {
  id: string;
  sessionId: string;
  participantId: string;
}

export interface CancelledRegistration {
  id: string;
  sessionId: string;
  participantId: string;
  before: RegistrationState;
}

/** Of session `s`, its series `y` and its best text `t`. */
export const SESSION_FACTS = `
  jsonb_build_object(
    'id', s.id, 'slug', s.slug, 'title', coalesce(t.title, s.slug),
    'titleLanguage', coalesce(t.language, y.default_language), 'state', s.state,
    'startsAt', s.starts_at, 'endsAt', s.ends_at, 'timeZone', s.time_zone, 'sequence', s.sequence,
    'cancelReason', s.cancel_reason, 'updatedAt', s.updated_at,
    'mode', (SELECT u.mode FROM session_rules u WHERE u.session_id = s.id)
  )`;

/** `$2`: now. Who waits is counted no further than it decides anything: under its lock a list of hundreds would take longest. */
export const SEAT_STATES = `
  SELECT s.id AS "sessionId", c.taken, c.lapsed, s.capacity, u.waiting_list_limit AS "limit",
         concat_ws('|', s.state, s.starts_at, s.ends_at, s.capacity, u.mode, u.hold_minutes, u.has_waiting_list,
                   u.waiting_list_limit, u.opens_at, u.closes_at) AS rules,
         (SELECT count(*)::int FROM (
            SELECT FROM registrations r
            JOIN participants p ON p.id = r.participant_id AND p.erased_at IS NULL
            WHERE r.session_id = s.id AND r.state = 'waitlisted'
            LIMIT CASE WHEN s.capacity IS NOT NULL THEN greatest(u.waiting_list_limit, s.capacity - c.taken, 1) END
          ) w) AS waiting
  FROM sessions s
  CROSS JOIN LATERAL (SELECT * FROM session_rules u WHERE u.session_id = s.id LIMIT 1) u
  CROSS JOIN LATERAL (
    SELECT (SELECT count(*)::int FROM registrations r WHERE r.session_id = s.id AND r.state = 'confirmed')
             + (SELECT count(*)::int FROM registrations r WHERE r.session_id = s.id AND r.held_until IS NOT NULL) AS taken,
           (SELECT count(*)::int FROM registrations r WHERE r.session_id = s.id AND r.held_until <= $2) AS lapsed
    OFFSET 0
  ) c`;

/** `$1` on: the rows' condition; `$2`: language of the titles, null for each reader's own. */
const FACTS = `
  SELECT r.id, r.state, r.participant_id AS "participantId", p.email, r.name, r.language, r.time_zone AS "timeZone",
         r.held_until AS "heldUntil", r.decision_reason AS "decisionReason",
         CASE WHEN r.state = 'waitlisted' THEN (
           SELECT count(*)::int FROM registrations w
           WHERE w.session_id = r.session_id AND w.state = 'waitlisted' AND w.queue_number <= r.queue_number
         ) END AS place,
         ${SESSION_FACTS} AS session
  FROM registrations r
  JOIN participants p ON p.id = r.participant_id
  JOIN sessions s ON s.id = r.session_id
  JOIN series y ON y.id = s.series_id
  LEFT JOIN LATERAL (
    SELECT x.title, x.language FROM session_translations x WHERE x.session_id = s.id
    ORDER BY x.language = coalesce($2, r.language) DESC, x.language = y.default_language DESC, x.language
    LIMIT 1
  ) t ON true`;

@Injectable()
export class RegistrationsRepository {
  constructor(private readonly database: Database) {}

  /**
   * Locks sessions against every other taking, freeing or resizing of seats, in ascending order so that two who want the
   * same sessions never wait for each other. Counts are true only if read after this.
   */
  lockSessions(ids: readonly string[]): Promise<LockedSession[]> {
    return this.database.often(
      `SELECT s.id, s.state, s.starts_at AS "startsAt", s.capacity, u.mode, u.hold_minutes AS "holdMinutes",
              u.has_waiting_list AS "hasWaitingList", u.waiting_list_limit AS "waitingListLimit"
       FROM sessions s CROSS JOIN LATERAL (SELECT * FROM session_rules u WHERE u.session_id = s.id LIMIT 1) u
       WHERE s.id = ANY ($1::uuid[]) ORDER BY s.id FOR NO KEY UPDATE OF s`,
      [ids],
    );
  }

  /** Read under the sessions' locks. Erased people wait no longer: nobody could tell them. */
  seatStates(sessionIds: readonly string[], now: Date): Promise<SeatState[]> {
    return this.database.often(`${SEAT_STATES} WHERE s.id = ANY ($1::uuid[])`, [sessionIds, now]);
  }

  async hostZoneOf(slug: string): Promise<string | null> {
    const [session] = await this.database.query<{ timeZone: string }>(
      `SELECT time_zone AS "timeZone" FROM sessions WHERE slug = $1`,
      [slug],
    );
    return session?.timeZone ?? null;
  }

  /** What a confirmation link stands for: every wish that was pending when it was sent. */
  pendingAt(participantId: string, sentAt: Date): Promise<RegistrationRow[]> {
    return this.database
      .of(RegistrationRow)
      .createQueryBuilder('r')
      .where(`r.participantId = :participantId AND r.state = 'unverified' AND r.createdAt <= :sentAt`, {
        participantId,
        sentAt,
      })
      .orderBy('r.sessionId')
      .getMany();
  }

  /**
   * Ends the pending state, in the order given. Queue numbers are drawn under the sessions' locks, so they tell who came first. Ids of
   * those that were pending still.
   */
  async settle(moves: readonly SeatMove[], now: Date): Promise<Set<string>> {
    if (moves.length === 0) return new Set();
    const moved = await this.database.often<{ id: string }>(
      `WITH given AS (
         SELECT * FROM jsonb_to_recordset($1) AS m ("at" int, id uuid, state text) ORDER BY "at"
       ), moves AS MATERIALIZED (
         SELECT id, state, CASE WHEN state = 'waitlisted' THEN nextval('registration_queue') END AS queue_number FROM given
       ), moved AS (
         UPDATE registrations r
         SET state = m.state, confirm_link_id = NULL, held_until = NULL, version = version + 1, queue_number = m.queue_number,
             confirmed_at = CASE WHEN m.state = 'confirmed' THEN $2::timestamptz END,
             ended_at = CASE WHEN m.state = 'expired' THEN $2::timestamptz END
         FROM moves m WHERE r.id = ANY ($3::uuid[]) AND r.id = m.id AND r.state IN ('unverified', 'awaiting-approval')
         RETURNING r.id
       ) SELECT id FROM moved`,
      [JSON.stringify(moves.map(({ id, state }, at) => ({ at, id, state }))), now, moves.map(({ id }) => id)],
    );
    return new Set(moved.map(({ id }) => id));
  }

  /** Under the sessions' locks: seats that nobody confirmed in time are held no longer; the wishes stay. */
  async endHolds(sessionIds: readonly string[], now: Date): Promise<EndedHold[]> {
    return this.database.often(
      `WITH ended AS (
         UPDATE registrations SET held_until = NULL WHERE session_id = ANY ($1::uuid[]) AND held_until <= $2
         RETURNING id, session_id, participant_id
       ) SELECT id, session_id AS "sessionId", participant_id AS "participantId" FROM ended ORDER BY session_id, id`,
      [sessionIds, now],
    );
  }

  /** Sessions with holds that are over. */
  async sessionsWithLapsedHolds(now: Date): Promise<string[]> {
    const sessions = await this.database.query<{ id: string }>(
      `SELECT DISTINCT session_id AS id FROM registrations WHERE held_until IS NOT NULL AND held_until <= $1 ORDER BY id`,
      [now],
    );
    return sessions.map(({ id }) => id);
  }

  /** Under the sessions' locks: seats for the longest waiting of each, in their order. Ids of who got one. */
  async promote(free: readonly { sessionId: string; count: number }[], now: Date): Promise<string[]> {
    const promoted = await this.database.often<{ id: string }>(
      `WITH next AS (
         SELECT w.id, w.queue_number
         FROM jsonb_to_recordset($1) AS f ("sessionId" uuid, count int)
         CROSS JOIN LATERAL (
           SELECT r.id, r.queue_number FROM registrations r
           JOIN participants p ON p.id = r.participant_id AND p.erased_at IS NULL
           WHERE r.session_id = f."sessionId" AND r.state = 'waitlisted'
           ORDER BY r.queue_number
           LIMIT f.count
         ) w
       ), promoted AS (
         UPDATE registrations r
         SET state = 'confirmed', queue_number = NULL, confirmed_at = $2, version = version + 1
         FROM next WHERE r.id = next.id
         RETURNING r.id, next.queue_number
       )
       SELECT id FROM promoted ORDER BY queue_number`,
      [JSON.stringify(free), now],
    );
    return promoted.map(({ id }) => id);
  }

  /** Under the sessions' locks. Those that were live still, with the state they had. */
  cancel(ids: readonly string[], reason: string, now: Date): Promise<CancelledRegistration[]> {
    return this.database.often(
      `WITH live AS (
         SELECT id, state FROM registrations
         WHERE id = ANY ($1::uuid[]) AND state IN ('unverified', 'awaiting-approval', 'confirmed', 'waitlisted')
         ORDER BY id FOR UPDATE
       ), cancelled AS (
         UPDATE registrations r
         SET state = 'cancelled', queue_number = NULL, confirm_link_id = NULL, held_until = NULL, ended_at = $2, decision_reason = $3,
             version = version + 1
         FROM live WHERE r.id = live.id
         RETURNING r.id, r.session_id AS "sessionId", r.participant_id AS "participantId", live.state AS before
       ) SELECT * FROM cancelled ORDER BY array_position($1::uuid[], id)`,
      [ids, now, reason],
    );
  }

  /** Wishes whose last link is over; what was typed with them goes, nobody ever said that it was theirs. Ids, for the audit. */
  async expire(now: Date): Promise<string[]> {
    const expired = await this.database.query<{ id: string }>(
      `WITH expired AS (
         UPDATE registrations r
         SET state = 'expired', ended_at = $1, confirm_link_id = NULL, held_until = NULL, version = version + 1,
             name = '', organisation = '', job_position = '', city = '', country = NULL, time_zone = 'UTC',
             accessibility_needs = ''
         WHERE r.state = 'unverified' AND r.held_until IS NULL
           AND NOT EXISTS (SELECT FROM participant_links l WHERE l.id = r.confirm_link_id AND l.expires_at > $1)
         RETURNING r.id
       ), unanswered AS (
         DELETE FROM answers WHERE registration_id IN (SELECT id FROM expired)
       ) SELECT id FROM expired`,
      [now],
    );
    return expired.map(({ id }) => id);
  }

  find(id: string): Promise<RegistrationRow | null> {
    return this.database.of(RegistrationRow).findOneBy({ id });
  }

  /** By time of the session; within one session in the order of `ids`. */
  async facts(ids: readonly string[], language: Language | null = null): Promise<RegistrationFacts[]> {
    return this.readFacts(
      `WHERE r.id = ANY ($1::uuid[]) ORDER BY s.starts_at, s.id, array_position($1::uuid[], r.id)`,
      ids,
      language,
    );
  }

  /** The same of some wishes, and of whatever else waits to be confirmed by some links. */
  async factsOfWishes(
    ids: readonly string[],
    linkIds: readonly string[],
    language: Language,
  ): Promise<RegistrationFacts[]> {
    const rows = await this.database.often<FlatFacts>(
      `${FACTS}
       WHERE r.id IN (
         SELECT unnest($1::uuid[]) UNION SELECT w.id FROM registrations w WHERE w.confirm_link_id = ANY ($3::uuid[]))
       ORDER BY s.starts_at, s.id`,
      [ids, language, linkIds],
    );
    return rows.map((row) => ({ ...row, session: sessionOfJson(row.session) }));
  }

  /** Everyone with a verified wish for a session. */
  factsOfTold(sessionId: string): Promise<RegistrationFacts[]> {
    const states = TOLD_REGISTRATION_STATES.map((state) => `'${state}'`).join(', ');
    return this.readFacts(
      `WHERE r.session_id = $1 AND r.state IN (${states}) ORDER BY r.id`,
      sessionId,
      null,
    );
  }

  /** A person's registrations, per session the live one, else the newest; wishes never confirmed are not shown. */
  factsOfPerson(participantId: string, language: Language): Promise<RegistrationFacts[]> {
    return this.readFacts(
      `WHERE r.participant_id = $1 AND r.state NOT IN ('unverified', 'expired')
         AND NOT EXISTS (
           SELECT FROM registrations n
           WHERE n.participant_id = r.participant_id AND n.session_id = r.session_id
             AND n.state NOT IN ('unverified', 'expired')
             AND (n.ended_at IS NULL, n.created_at, n.id) > (r.ended_at IS NULL, r.created_at, r.id)
         )
       ORDER BY s.starts_at, s.id`,
      participantId,
      language,
    );
  }

  private async readFacts(
    where: string,
    of: unknown,
    language: Language | null,
  ): Promise<RegistrationFacts[]> {
    const rows = await this.database.often<FlatFacts>(`${FACTS} ${where}`, [of, language]);
    return rows.map((row) => ({
      ...row,
      session: sessionOfJson(row.session),
    }));
  }
}

export function sessionOfJson(session: SessionAsJson): SessionFacts {
  const { startsAt, endsAt, updatedAt } = session;
  return {
    ...session,
    startsAt: new Date(startsAt),
    endsAt: new Date(endsAt),
    updatedAt: new Date(updatedAt),
  };
}

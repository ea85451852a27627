import { Injectable } from '@nestjs/common';
import { Database } from '@reihe/api-persistence';
import type { RegistrationOrigin, RegistrationState } from '@reihe/shared-contracts';
import type { Person } from '../people/participants.repository';
import type { WantedSession } from './registration-facts';
import { SEAT_STATES, type SeatState } from './registrations.repository';

export interface LiveRegistration {
  id: string;
  sessionId: string;
  state: RegistrationState;
  /** Whether a seat waits for it. True once its session is locked and the holds that are over were ended. */
  isHeld: boolean;
}

/** Somebody who is known here, by the key of their address. */
export interface KnownPerson {
  emailKey: string;
  participantId: string;
  /** In the sessions that were asked for. */
  live: LiveRegistration[];
  /** Whether any wish of theirs waits to be confirmed, in whatever session. */
  hasPending: boolean;
}

/** A wish to be written down. */
export interface NewWish extends Person {
  id: string;
  sessionId: string;
  participantId: string;
  origin: RegistrationOrigin;
  confirmLinkId: string | null;
  heldUntil: Date | null;
  accessibilityNeeds: string;
  allowsRecording: boolean | null;
  invitationCodeId: string | null;
  privacyNotice: string;
}

/** What is typed over a wish that waits to be confirmed; the code that once let it in stays. */
export type RepeatedWish = Omit<NewWish, 'sessionId' | 'participantId' | 'heldUntil' | 'invitationCodeId'>;

/** Confirms whatever wishes of the person wait. */
export interface NewestLink {
  participantId: string;
  confirmLinkId: string;
}

/** `$1`: slugs. In ascending order, for locking. */
const WANTED = `
  SELECT s.id, s.slug, s.state, s.starts_at AS "startsAt", s.ends_at AS "endsAt", s.time_zone AS "timeZone",
         s.sequence, s.cancel_reason AS "cancelReason", s.updated_at AS "updatedAt",
         s.series_id AS "seriesId", y.default_language AS "defaultLanguage", s.capacity, u.opens_at AS "registrationOpensAt",
         u.closes_at AS "registrationClosesAt", u.mode, u.hold_minutes AS "holdMinutes",
         u.has_waiting_list AS "hasWaitingList", u.waiting_list_limit AS "waitingListLimit", 0 AS taken, 0 AS waiting,
         (SELECT coalesce(jsonb_object_agg(x.language, x.title), '{}') FROM session_translations x
          WHERE x.session_id = s.id) AS titles,
         u.asks_accessibility AS "asksAccessibility", u.asks_recording AS "asksRecording",
         EXISTS (
           SELECT FROM question_forms f JOIN questions q ON q.form_id = f.id AND q.archived_at IS NULL
           WHERE f.purpose = 'registration' AND f.session_id = s.id) OR EXISTS (
           SELECT FROM question_forms f JOIN questions q ON q.form_id = f.id AND q.archived_at IS NULL
           WHERE f.purpose = 'registration' AND f.series_id = s.series_id) AS "hasQuestions"
  FROM sessions s
  JOIN series y ON y.id = s.series_id AND y.state = 'published'
  CROSS JOIN LATERAL (SELECT * FROM session_rules u WHERE u.session_id = s.id LIMIT 1) u
  WHERE s.slug = ANY ($1::text[]) AND s.state <> 'draft'
  ORDER BY s.id`;

/** What was prepared for a session rests on this. */
export interface SeenSeats {
  sessionId: string;
  rules: string;
  /** Seats that are held for those who come. */
  held: number;
  /** Somebody of them finds no free one. */
  isFull: boolean;
}

/** Everything that several forms at once need, one statement each. The sessions' locks are held. */
@Injectable()
export class WishesRepository {
  constructor(private readonly database: Database) {}

  /** First of all, where nothing but wishes is written. */
  planOnce(): Promise<void> {
    return this.database.planOnce();
  }

  /**
   * Locks what the public may see of the sessions asked for, in ascending order, and reads how one registers there. What was counted
   * before is not true any more: count after this.
   */
  lockWanted(slugs: readonly string[]): Promise<WantedSession[]> {
    return this.database.often(`${WANTED} FOR NO KEY UPDATE OF s`, [slugs]);
  }

  /** The same without locking anything: for preparing what is then written by `lockAsSeen`. */
  seeWanted(slugs: readonly string[]): Promise<WantedSession[]> {
    return this.database.often(WANTED, [slugs]);
  }

  /**
   * Locks sessions that were seen before, and refuses where what was seen holds no more: then nothing of the transaction is kept.
   * @throws at the commit; `isOvertaken` tells it
   */
  async lockAsSeen(seen: readonly SeenSeats[], now: Date): Promise<void> {
    const ids = seen.map(({ sessionId }) => sessionId);
    await this.database.write(
      `SELECT FROM sessions WHERE id = ANY ($1::uuid[]) ORDER BY id FOR NO KEY UPDATE`,
      [ids],
    );
    await this.database.write(
      `SELECT overtaken_unless(count(*) = cardinality($1::uuid[]))
       FROM (${SEAT_STATES} WHERE s.id = ANY ($1::uuid[])) c
       JOIN jsonb_to_recordset($3) AS e ("sessionId" uuid, rules text, held int, "isFull" boolean) ON e."sessionId" = c."sessionId"
       WHERE c.rules = e.rules AND c.lapsed = 0
         AND (e.held = 0 OR (c.waiting = 0 AND c.taken + e.held <= c.capacity))
         AND (NOT e."isFull" OR c.waiting > 0 OR c.taken + e.held >= c.capacity)
         AND (NOT e."isFull" OR c."limit" = 0 OR c.waiting < c."limit")`,
      [ids, now, JSON.stringify(seen)],
    );
  }

  /** The seats of the sessions of these slugs. Read under the sessions' locks. */
  countWanted(slugs: readonly string[], now: Date): Promise<SeatState[]> {
    return this.database.often(`${SEAT_STATES} WHERE s.slug = ANY ($1::text[])`, [slugs, now]);
  }

  /** Those of the addresses that are known, and whom they lead to: entries may have been merged. */
  async known(emailKeys: readonly string[], sessionIds: readonly string[]): Promise<KnownPerson[]> {
    if (emailKeys.length === 0) return [];
    return this.database.often(
      `SELECT k.email_key AS "emailKey", p.id AS "participantId",
              coalesce((
                SELECT jsonb_agg(jsonb_build_object('id', r.id, 'sessionId', r.session_id, 'state', r.state,
                                                    'isHeld', r.held_until IS NOT NULL))
                FROM registrations r
                WHERE r.participant_id = p.id AND r.session_id = ANY ($2::uuid[])
                  AND r.state IN ('unverified', 'awaiting-approval', 'confirmed', 'waitlisted')), '[]') AS live,
              (SELECT true FROM registrations r WHERE r.participant_id = p.id AND r.state = 'unverified' LIMIT 1) IS NOT NULL AS "hasPending"
       FROM participants k
       CROSS JOIN LATERAL (SELECT o.id FROM participants o WHERE o.id = coalesce(k.merged_into_id, k.id) LIMIT 1) p
       WHERE k.email_key = ANY ($1::text[])`,
      [emailKeys, sessionIds],
    );
  }

  /** Wishes that are new: nobody has a live one in the session. */
  async insert(wishes: readonly NewWish[], now: Date): Promise<void> {
    if (wishes.length === 0) return;
    await this.database.write(
      `INSERT INTO registrations (id, session_id, participant_id, origin, confirm_link_id, held_until, name, organisation,
                                  job_position, city, country, language, time_zone, accessibility_needs, allows_recording,
                                  invitation_code_id, privacy_notice, created_at)
       SELECT id, "sessionId", "participantId", origin, "confirmLinkId", "heldUntil", name, organisation, position, city,
              nullif(country, ''), language, "timeZone", "accessibilityNeeds", "allowsRecording", "invitationCodeId", "privacyNotice", $2
       FROM jsonb_to_recordset($1) AS w (
         id uuid, "sessionId" uuid, "participantId" uuid, origin text, "confirmLinkId" uuid, "heldUntil" timestamptz,
         name text, organisation text, position text, city text, country text, language text, "timeZone" text,
         "accessibilityNeeds" text, "allowsRecording" boolean, "invitationCodeId" uuid, "privacyNotice" text)`,
      [JSON.stringify(wishes), now],
    );
  }

  /**
   * Wishes that wait to be confirmed hold what was typed last, and all of a person's hang on the newest link. A hold stays as it is:
   * sending the form again does not prolong it.
   */
  async repeat(wishes: readonly RepeatedWish[], newest: readonly NewestLink[] = []): Promise<void> {
    if (wishes.length + newest.length === 0) return;
    await this.database.write(
      `WITH typed AS (
         SELECT * FROM jsonb_to_recordset($1) AS w (
           id uuid, origin text, "confirmLinkId" uuid, name text, organisation text, position text, city text, country text,
           language text, "timeZone" text, "accessibilityNeeds" text, "allowsRecording" boolean, "privacyNotice" text)
       ), newest AS (
         SELECT * FROM jsonb_to_recordset($2) AS l ("participantId" uuid, "confirmLinkId" uuid)
       ), own AS (
         UPDATE registrations r
         SET (origin, name, organisation, job_position, city, country, language, time_zone, accessibility_needs,
              allows_recording, privacy_notice, confirm_link_id) =
             (w.origin, w.name, w.organisation, w.position, w.city, nullif(w.country, ''), w.language, w."timeZone", w."accessibilityNeeds",
              w."allowsRecording", w."privacyNotice", coalesce(w."confirmLinkId", r.confirm_link_id))
         FROM typed w
         WHERE r.id = ANY ($3::uuid[]) AND r.id = w.id AND r.state = 'unverified'
       )
       UPDATE registrations r SET confirm_link_id = l."confirmLinkId"
       FROM newest l
       WHERE r.participant_id = l."participantId" AND r.state = 'unverified' AND r.id NOT IN (SELECT id FROM typed)`,
      [JSON.stringify(wishes), JSON.stringify(newest), wishes.map(({ id }) => id)],
    );
  }
}

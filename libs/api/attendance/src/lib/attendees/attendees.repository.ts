import { Injectable } from '@nestjs/common';
import { Database } from '@reihe/api-persistence';
import { likeText, oneRow, type ListRows } from '@reihe/api-platform';
import type { Attendee, AttendeeGroup, AttendeeRole, KnownAttendee } from '@reihe/shared-figures';
import {
  ATTENDEES,
  FORGET_MATCHES,
  FORGET_ROLES,
  KEEP_DECISIONS,
  KNOWN_ATTENDEES,
  MATCH_BY_HAND,
  SET_ROLE,
  TAKE_BACK,
  TAKE_BACK_ROLE,
} from './attendees.sql';

export interface AttendeeSearch {
  group: AttendeeGroup | null;
  q: string;
  limit: number;
  offset: number;
}

/** As it was before. */
export interface TouchedAttendee {
  id: string;
  key: string;
  participantId: string | null;
}

export interface DecidedBy {
  reason: string;
  staffId: string;
  now: Date;
}

@Injectable()
export class AttendeesRepository {
  constructor(private readonly database: Database) {}

  async list(sessionId: string, { group, q, limit, offset }: AttendeeSearch): Promise<ListRows<Attendee>> {
    const words = q === '' ? null : await this.folded(q);
    return oneRow(
      await this.database.query<ListRows<Attendee>>(ATTENDEES, [sessionId, group, words, limit, offset]),
    );
  }

  async known(sessionId: string, q: string): Promise<KnownAttendee[]> {
    return this.database.query<KnownAttendee>(KNOWN_ATTENDEES, [sessionId, await this.folded(q)]);
  }

  /** Whom an entry leads to; null: nobody, or erased. */
  async goesOnAs(participantId: string): Promise<string | null> {
    const [row] = await this.database.query<{ id: string }>(
      `SELECT coalesce(merged_into_id, id) AS id FROM participants WHERE id = $1 AND erased_at IS NULL`,
      [participantId],
    );
    return row?.id ?? null;
  }

  match(
    sessionId: string,
    ids: readonly string[],
    participantId: string | null,
    { reason, staffId, now }: DecidedBy,
  ): Promise<TouchedAttendee[]> {
    return this.database.query(MATCH_BY_HAND, [sessionId, ids, participantId, reason, staffId, now]);
  }

  takeBack(sessionId: string, ids: readonly string[]): Promise<TouchedAttendee[]> {
    return this.database.query(TAKE_BACK, [sessionId, ids]);
  }

  setRole(
    sessionId: string,
    ids: readonly string[],
    role: AttendeeRole,
    { reason, staffId, now }: DecidedBy,
  ): Promise<TouchedAttendee[]> {
    return this.database.query(SET_ROLE, [sessionId, ids, role, reason, staffId, now]);
  }

  takeBackRole(sessionId: string, ids: readonly string[]): Promise<TouchedAttendee[]> {
    return this.database.query(TAKE_BACK_ROLE, [sessionId, ids]);
  }

  /** For the next report of the series that names somebody alike. A role of null leaves roles alone, a role leaves people alone. */
  async keepDecision(
    sessionId: string,
    keys: readonly string[],
    decided: { participantId: string | null; role: AttendeeRole | null },
    { reason, staffId, now }: DecidedBy,
  ): Promise<void> {
    const { participantId, role } = decided;
    await this.database.query(KEEP_DECISIONS, [sessionId, keys, participantId, role, reason, staffId, now]);
  }

  async forgetMatches(sessionId: string, keys: readonly string[]): Promise<void> {
    await this.database.query(FORGET_MATCHES, [sessionId, keys]);
  }

  /** After `takeBackRole`. */
  async forgetRoles(sessionId: string, keys: readonly string[]): Promise<void> {
    await this.database.query(FORGET_ROLES, [sessionId, keys]);
  }

  private async folded(q: string): Promise<string> {
    const [row] = await this.database.query<{ words: string }>(`SELECT folded($1) AS words`, [q]);
    return `%${likeText(row?.words ?? '')}%`;
  }
}

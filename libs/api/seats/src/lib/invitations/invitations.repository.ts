import { Injectable } from '@nestjs/common';
import { Database } from '@reihe/api-persistence';

/** For a session, or for all of a series. */
export interface InvitedTo {
  sessionId: string | null;
  seriesId: string | null;
}

export interface UsableCode extends InvitedTo {
  id: string;
  codeKey: string;
  /** People who may still register by it; null: any number. */
  left: number | null;
  /** Of the addresses asked about, by their keys, those whose people registered by it. */
  usedBy: string[];
}

export interface InvitedPattern extends InvitedTo {
  pattern: string;
}

@Injectable()
export class InvitationsRepository {
  constructor(private readonly database: Database) {}

  /** Locked, so that two forms cannot both be the last that a code lets in: after sessions and people. */
  async usableCodes(
    codeKeys: readonly string[],
    emailKeys: readonly string[],
    now: Date,
  ): Promise<UsableCode[]> {
    const locked = await this.database.query<{ id: string }>(
      `SELECT id FROM invitation_codes
       WHERE code_key = ANY ($1::text[]) AND revoked_at IS NULL AND (expires_at IS NULL OR expires_at > $2)
       ORDER BY id FOR NO KEY UPDATE`,
      [codeKeys, now],
    );
    if (locked.length === 0) return [];
    return this.database.query(
      `SELECT c.id, c.session_id AS "sessionId", c.series_id AS "seriesId", c.code_key AS "codeKey",
              c.max_uses - (
                SELECT count(DISTINCT r.participant_id)::int FROM registrations r
                WHERE r.invitation_code_id = c.id
                  AND r.state IN ('unverified', 'awaiting-approval', 'confirmed', 'waitlisted')) AS left,
              ARRAY (
                SELECT k.email_key FROM participants k
                WHERE k.email_key = ANY ($2::text[]) AND EXISTS (
                  SELECT FROM registrations r
                  WHERE r.participant_id = coalesce(k.merged_into_id, k.id) AND r.invitation_code_id = c.id
                    AND r.state IN ('unverified', 'awaiting-approval', 'confirmed', 'waitlisted'))) AS "usedBy"
       FROM invitation_codes c WHERE c.id = ANY ($1::uuid[])`,
      [locked.map(({ id }) => id), emailKeys],
    );
  }

  patterns(
    patterns: readonly string[],
    sessionIds: readonly string[],
    seriesIds: readonly string[],
  ): Promise<InvitedPattern[]> {
    return this.database.query(
      `SELECT session_id AS "sessionId", series_id AS "seriesId", pattern FROM invited_addresses
       WHERE pattern = ANY ($1::text[]) AND (session_id = ANY ($2::uuid[]) OR series_id = ANY ($3::uuid[]))`,
      [patterns, sessionIds, seriesIds],
    );
  }
}

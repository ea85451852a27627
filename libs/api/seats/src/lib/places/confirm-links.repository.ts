import { Injectable } from '@nestjs/common';
import { Database } from '@reihe/api-persistence';
import type { Person } from '../people/participants.repository';

/** A link that confirms wishes, as it was before anything was locked. */
export interface PressedLink {
  id: string;
  tokenHash: string;
  participantId: string;
  expiresAt: Date;
  usedAt: Date | null;
  /** Of the wishes that it would confirm. */
  sessionIds: string[];
}

/** A wish that a link confirms: every one that was pending when the link was sent. */
export interface ConfirmedWish extends Person {
  id: string;
  linkId: string;
  sessionId: string;
  participantId: string;
  state: 'unverified';
  isHeld: boolean;
  createdAt: Date;
}

/** What several people who press their buttons at once confirm, one statement each. */
@Injectable()
export class ConfirmLinksRepository {
  constructor(private readonly database: Database) {}

  /** First of all, where nothing but wishes is confirmed. */
  planOnce(): Promise<void> {
    return this.database.planOnce();
  }

  find(tokenHashes: readonly string[]): Promise<PressedLink[]> {
    return this.database.often(
      `SELECT l.id, l.token_hash AS "tokenHash", l.participant_id AS "participantId", l.expires_at AS "expiresAt",
              l.used_at AS "usedAt", ARRAY (
                SELECT r.session_id FROM registrations r
                WHERE r.participant_id = l.participant_id AND r.state = 'unverified' AND r.created_at <= l.created_at
              ) AS "sessionIds"
       FROM participant_links l
       WHERE l.token_hash = ANY ($1::text[]) AND l.purpose = 'confirm' AND l.expires_at IS NOT NULL`,
      [tokenHashes],
    );
  }

  /** Read under the locks of the sessions and of the people. By link in the order of sessions. */
  wishes(linkIds: readonly string[]): Promise<ConfirmedWish[]> {
    return this.database.often(
      `SELECT r.id, l.id AS "linkId", r.session_id AS "sessionId", r.participant_id AS "participantId", r.state,
              r.held_until IS NOT NULL AS "isHeld", r.created_at AS "createdAt", r.name, r.organisation,
              r.job_position AS position, r.city, coalesce(r.country, '') AS country, r.language, r.time_zone AS "timeZone"
       FROM participant_links l
       CROSS JOIN LATERAL (
         SELECT * FROM registrations r
         WHERE r.participant_id = l.participant_id AND r.state = 'unverified' AND r.created_at <= l.created_at
         OFFSET 0
       ) r
       WHERE l.id = ANY ($1::uuid[])
       ORDER BY r.session_id, r.id`,
      [linkIds],
    );
  }

  /** Those that nobody used before; two clicks at once have one winner. */
  async use(ids: readonly string[], now: Date): Promise<Set<string>> {
    const used = await this.database.often<{ id: string }>(
      `WITH used AS (
         UPDATE participant_links SET used_at = $2 WHERE id = ANY ($1::uuid[]) AND used_at IS NULL RETURNING id
       ) SELECT id FROM used`,
      [ids, now],
    );
    return new Set(used.map(({ id }) => id));
  }
}

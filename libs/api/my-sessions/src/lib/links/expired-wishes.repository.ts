import { Injectable } from '@nestjs/common';
import { Database } from '@reihe/api-persistence';
import type { Register } from '@reihe/shared-contracts';

/** What was asked for by a link that is over, as far as it is still known. */
export type ExpiredForm = Omit<Register, 'language' | 'hasAcceptedPrivacyNotice' | 'invitationCode'>;

/**
 * $1 hash of the token · $2 now. Sessions that one can still register for, where the person has nothing newer. What was typed is that of the
 * wishes that nobody swept away yet, or else what is known of somebody who proved their address. No row: nothing is known any more.
 */
const EXPIRED_FORM = `
  WITH link AS (
    SELECT participant_id, created_at, expires_at FROM participant_links
    WHERE token_hash = $1 AND purpose = 'confirm' AND used_at IS NULL AND expires_at <= $2
  ), wishes AS (
    SELECT r.*, s.slug FROM link l
    JOIN registrations r ON r.participant_id = l.participant_id AND r.created_at <= l.created_at
      AND (r.state = 'unverified' OR r.state = 'expired' AND r.ended_at >= l.expires_at)
    JOIN sessions s ON s.id = r.session_id AND s.state = 'published' AND s.starts_at > $2
    JOIN series y ON y.id = s.series_id AND y.state = 'published'
    CROSS JOIN LATERAL (SELECT * FROM session_rules u WHERE u.session_id = s.id) u
    WHERE (u.opens_at IS NULL OR u.opens_at <= $2) AND (u.closes_at IS NULL OR u.closes_at > $2)
      AND NOT EXISTS (
        SELECT FROM registrations o
        WHERE o.session_id = r.session_id AND o.participant_id = r.participant_id AND o.id <> r.id
          AND o.state IN ('unverified', 'awaiting-approval', 'confirmed', 'waitlisted'))
  ), typed AS (
    SELECT 1 AS rank, w.name, w.organisation, w.job_position, w.city, w.country, w.time_zone, w.accessibility_needs,
           w.allows_recording, w.created_at
    FROM wishes w WHERE w.state = 'unverified'
    UNION ALL
    SELECT 2, p.name, p.organisation, p.job_position, p.city, p.country, p.time_zone, '', NULL, p.created_at
    FROM link l JOIN participants p ON p.id = l.participant_id AND p.verified_at IS NOT NULL
  )
  SELECT p.email, t.name, t.organisation, t.job_position AS position, t.city, coalesce(t.country, '') AS country,
         t.time_zone AS "timeZone", t.accessibility_needs AS "accessibilityNeeds", t.allows_recording AS "allowsRecording",
         (SELECT array_agg(DISTINCT w.slug) FROM wishes w) AS "sessionSlugs",
         coalesce((SELECT jsonb_agg(DISTINCT jsonb_build_object('questionId', a.question_id, 'value', a.value))
                   FROM wishes w JOIN answers a ON a.registration_id = w.id), '[]') AS answers
  FROM link l
  JOIN participants p ON p.id = l.participant_id AND p.email IS NOT NULL AND p.erased_at IS NULL
  CROSS JOIN LATERAL (SELECT * FROM typed ORDER BY rank, created_at DESC LIMIT 1) t
  WHERE EXISTS (SELECT FROM wishes)`;

@Injectable()
export class ExpiredWishesRepository {
  constructor(private readonly database: Database) {}

  async formOf(tokenHash: string, now: Date): Promise<ExpiredForm | null> {
    const [form] = await this.database.query<ExpiredForm>(EXPIRED_FORM, [tokenHash, now]);
    return form ?? null;
  }
}

import { Injectable } from '@nestjs/common';
import { Database } from '@reihe/api-persistence';
import type { SpeakerJoinAddress } from '@reihe/shared-contracts';
import type { JoinHolder } from './join-holder';

type InstantsOf<T> = { [K in keyof T]: T[K] extends Date ? string : T[K] };
type FlatHolder = Omit<JoinHolder, 'session'> & { session: InstantsOf<JoinHolder['session']> };

/**
 * $1 hash of the token · $2 languages. Whoever cancelled and registered again holds the old address of the same session still: it
 * leads to the registration that lives. A speaker's whose entry was merged into another leads to that one's parts; who declined has none.
 */
const HOLDER = `
  WITH link AS (SELECT * FROM join_links WHERE token_hash = $1), holder AS (
    SELECT l.session_id, l.told_starts_at, 'participant' AS holder, r.id AS registration_id, r.state AS seat, r.name,
           r.language, r.time_zone, CASE WHEN r.state = 'waitlisted' THEN (
             SELECT count(*)::int FROM registrations w
             WHERE w.session_id = r.session_id AND w.state = 'waitlisted' AND w.queue_number <= r.queue_number
           ) END AS place
    FROM link l
    JOIN registrations o ON o.id = l.registration_id
    CROSS JOIN LATERAL (
      SELECT * FROM registrations r WHERE r.session_id = o.session_id AND r.participant_id = o.participant_id
      ORDER BY r.state IN ('awaiting-approval', 'confirmed', 'waitlisted') DESC, r.id = o.id DESC LIMIT 1
    ) r
    UNION ALL
    SELECT l.session_id, l.told_starts_at, 'speaker', NULL,
           CASE WHEN EXISTS (
             SELECT FROM contributions c
             WHERE c.session_id = l.session_id AND c.speaker_id IN (k.id, k.merged_into) AND c.invitation_state <> 'declined'
           ) THEN 'confirmed' ELSE 'cancelled' END,
           concat_ws(' ', nullif(k.title, ''), k.name), NULL, NULL, NULL
    FROM link l JOIN speakers k ON k.id = l.speaker_id
  )
  SELECT h.holder, h.registration_id AS "registrationId", h.seat, h.name, h.language, h.time_zone AS "timeZone", h.place,
         h.told_starts_at AS "toldStartsAt", jsonb_build_object(
           'id', s.id, 'slug', s.slug, 'seriesSlug', y.slug, 'title', t.title, 'titleLanguage', t.language,
           'state', s.state, 'startsAt', s.starts_at, 'endsAt', s.ends_at, 'timeZone', s.time_zone,
           'sequence', s.sequence, 'cancelReason', s.cancel_reason, 'opensBefore', s.meeting_opens_before,
           'provider', s.meeting_provider, 'url', s.meeting_url, 'meetingId', s.meeting_number,
           'passcode', s.meeting_passcode, 'dialIn', s.meeting_dial_in
         ) AS session, (
           SELECT jsonb_build_object(
             'slug', r.teaser -> 'slug', 'title', r.teaser -> 'title', 'language', r.teaser -> 'language')
           FROM published_recap_teasers($2) r
           JOIN recap_sessions rs ON rs.recap_id = r.recap_id
           WHERE rs.session_id = s.id ORDER BY r.published_on DESC, r.recap_id LIMIT 1
         ) AS recap
  FROM holder h
  JOIN sessions s ON s.id = h.session_id
  JOIN series y ON y.id = s.series_id
  CROSS JOIN LATERAL (
    SELECT t.title, t.language FROM session_translations t WHERE t.session_id = s.id
    ORDER BY language_rank(t.language, $2, y.default_language) LIMIT 1
  ) t
`;

@Injectable()
export class JoiningRepository {
  constructor(private readonly database: Database) {}

  async holderOf(tokenHash: string, languages: readonly string[]): Promise<JoinHolder | null> {
    const [found] = await this.database.query<FlatHolder>(HOLDER, [tokenHash, languages]);
    if (!found) return null;
    const { startsAt, endsAt } = found.session;
    return {
      ...found,
      session: { ...found.session, startsAt: new Date(startsAt), endsAt: new Date(endsAt) },
    };
  }

  /** One row per registration, whoever presses how often on how many nodes at once. */
  async press(registrationId: string, sessionId: string, now: Date): Promise<void> {
    await this.database.query(
      `INSERT INTO join_hints (registration_id, session_id, first_at, last_at, presses) VALUES ($1, $2, $3, $3, 1)
       ON CONFLICT (registration_id) DO UPDATE
       SET first_at = least(join_hints.first_at, EXCLUDED.first_at),
           last_at = greatest(join_hints.last_at, EXCLUDED.last_at), presses = join_hints.presses + 1`,
      [registrationId, sessionId, now],
    );
  }

  /** Named speakers with a part who did not decline, each once; null: there is no such session. */
  async speakersOf(sessionId: string): Promise<Omit<SpeakerJoinAddress, 'address'>[] | null> {
    const [found] = await this.database.query<{ speakers: Omit<SpeakerJoinAddress, 'address'>[] }>(
      `SELECT coalesce((
         SELECT jsonb_agg(jsonb_build_object('speakerId', p.id, 'name', p.name, 'roles', p.roles) ORDER BY p.name, p.id)
         FROM (
           SELECT k.id, concat_ws(' ', nullif(k.title, ''), k.name) AS name, jsonb_agg(DISTINCT c.role) AS roles
           FROM contributions c JOIN speakers k ON k.id = c.speaker_id
           WHERE c.session_id = s.id AND c.invitation_state <> 'declined' GROUP BY k.id
         ) p
       ), '[]') AS speakers
       FROM sessions s WHERE s.id = $1`,
      [sessionId],
    );
    return found?.speakers ?? null;
  }
}

import { saveRegistrationRulesRules } from '@reihe/shared-registration';
import { READER_COLUMNS, SESSION_JSON } from '../people/reader';

/** What should have been said longer ago is not said any more: an installation that was away does not write to everybody at once. */
const STILL_FRESH = `interval '3 days'`;

/** So long after its end a session's thanks come at most; what ended before that and is not fresh any more is not looked at. */
const LONGEST_WAIT = `make_interval(mins => ${saveRegistrationRulesRules.thanksAfterMinutes.max})`;

/** Of participant `p` and series `y`. */
export const WANTS_NEWS = `NOT EXISTS (
  SELECT FROM news_opt_outs o WHERE o.participant_id = p.id AND (o.series_id IS NULL OR o.series_id = y.id))`;

/** The published recap of session `s` in the words of participant `p`; null where there is none. */
const RECAP_OF_SESSION = `
  (SELECT jsonb_build_object('id', t.recap_id, 'slug', t.teaser->>'slug', 'language', t.teaser->>'language')
   FROM published_recap_teasers(ARRAY[p.language]) t
   WHERE s.id = ANY (t.session_ids) ORDER BY t.published_on DESC, t.recap_id LIMIT 1)`;

/** `$1`: now; `$2`: how many at most. Confirmed people of sessions that are over and were not called off, each once. */
export const CLAIM_THANKS = `
  WITH over AS MATERIALIZED (
    SELECT s.id FROM sessions s
    JOIN session_rules u ON u.session_id = s.id
    WHERE s.state IN ('published', 'held') AND u.sends_thanks
      AND s.ends_at BETWEEN $1::timestamptz - ${STILL_FRESH} - ${LONGEST_WAIT} AND $1
      AND s.ends_at + make_interval(mins => u.thanks_after_minutes) BETWEEN $1::timestamptz - ${STILL_FRESH} AND $1
  ),
  chosen AS (
    SELECT r.id
    FROM over o
    JOIN sessions s ON s.id = o.id
    JOIN series y ON y.id = s.series_id
    JOIN registrations r ON r.session_id = s.id AND r.state = 'confirmed'
    JOIN participants p ON p.id = r.participant_id AND p.email IS NOT NULL
    WHERE NOT EXISTS (SELECT FROM sent_thanks x WHERE x.registration_id = r.id) AND ${WANTS_NEWS}
    ORDER BY r.id
    LIMIT $2
  ),
  claimed AS (
    INSERT INTO sent_thanks (registration_id, created_at) SELECT id, $1 FROM chosen ORDER BY id
    ON CONFLICT DO NOTHING
    RETURNING registration_id
  )
  SELECT c.registration_id AS "registrationId", s.series_id AS "seriesId", ${READER_COLUMNS}, ${SESSION_JSON} AS session,
         ${RECAP_OF_SESSION} AS recap, u.tells_of_recaps AS "tellsOfRecaps"
  FROM claimed c
  JOIN registrations r ON r.id = c.registration_id
  JOIN participants p ON p.id = r.participant_id
  JOIN sessions s ON s.id = r.session_id
  JOIN series y ON y.id = s.series_id
  JOIN session_rules u ON u.session_id = s.id
  ORDER BY r.id`;

/**
 * `$1`: now; `$2`: how many at most. Who had a place in a session that a recap looks back on, published not long ago; not before the
 * session's thanks had their turn, for those name the recap themselves.
 */
export const CLAIM_RECAP_NEWS = `
  WITH fresh AS (
    SELECT c.id AS recap_id, v.session_ids
    FROM recaps c
    JOIN series y ON y.id = c.series_id AND y.state = 'published'
    JOIN recap_revisions f ON f.recap_id = c.id AND f.number = 1
    JOIN recap_revisions v ON v.recap_id = c.id AND v.number = c.current_revision
    WHERE c.state = 'published' AND f.created_at BETWEEN $1::timestamptz - ${STILL_FRESH} AND $1
  ),
  chosen AS (
    SELECT DISTINCT p.id AS participant_id, f.recap_id
    FROM fresh f
    JOIN sessions s ON s.id = ANY (f.session_ids) AND s.state IN ('published', 'held') AND s.ends_at <= $1
    JOIN series y ON y.id = s.series_id
    JOIN session_rules u ON u.session_id = s.id AND u.tells_of_recaps
      AND (NOT u.sends_thanks OR s.ends_at + make_interval(mins => u.thanks_after_minutes) <= $1)
    JOIN registrations r ON r.session_id = s.id AND r.state = 'confirmed'
    JOIN participants p ON p.id = r.participant_id AND p.email IS NOT NULL
    WHERE NOT EXISTS (SELECT FROM sent_recap_news x WHERE x.participant_id = p.id AND x.recap_id = f.recap_id)
      AND ${WANTS_NEWS}
    ORDER BY p.id, f.recap_id
    LIMIT $2
  ),
  claimed AS (
    INSERT INTO sent_recap_news (participant_id, recap_id, created_at)
    SELECT participant_id, recap_id, $1 FROM chosen ORDER BY participant_id, recap_id
    ON CONFLICT DO NOTHING
    RETURNING participant_id, recap_id
  )
  SELECT ${READER_COLUMNS}, t.series_id AS "seriesId", t.teaser->>'slug' AS slug, t.teaser->>'title' AS title,
         t.teaser->>'lead' AS lead, t.teaser->>'language' AS "recapLanguage",
         (SELECT jsonb_agg(${SESSION_JSON} ORDER BY s.starts_at, s.id)
          FROM sessions s JOIN series y ON y.id = s.series_id
          JOIN registrations r ON r.session_id = s.id AND r.participant_id = p.id AND r.state = 'confirmed'
          WHERE s.id = ANY (t.session_ids)) AS sessions
  FROM claimed c
  JOIN participants p ON p.id = c.participant_id
  CROSS JOIN LATERAL (SELECT * FROM published_recap_teasers(ARRAY[p.language]) t WHERE t.recap_id = c.recap_id) t
  ORDER BY p.id`;

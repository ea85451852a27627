/** Each region with itself and all below it: who is asked for Europe is asked for each of its parts, not the other way round. */
const BELOW = `
  below AS (
    SELECT id AS region_id, id AS below_id FROM regions
    UNION
    SELECT b.region_id, r.id FROM below b JOIN regions r ON r.parent_id = b.below_id
  )
`;

/** Columns of what the rules need to know of a session `s`; $1 languages of the reader. Who declined does not take part. */
const ENTRY = `
  s.id, s.series_id AS "seriesId", s.state, s.starts_at AS "startsAt", s.ends_at AS "endsAt",
  s.time_zone AS "timeZone", left(s.starts_local, 10) AS day, s.meeting_url AS "meetingUrl",
  s.meeting_account AS "meetingAccount",
  y.starts_on::text AS "startsOn", y.ends_on::text AS "endsOn",
  (SELECT t.title FROM session_translations t WHERE t.session_id = s.id
   ORDER BY language_rank(t.language, $1, y.default_language) LIMIT 1) AS title,
  EXISTS (SELECT FROM contributions c WHERE c.session_id = s.id AND c.role = 'moderator'
          AND c.invitation_state <> 'declined') AS "hasModerator",
  coalesce((SELECT jsonb_agg(DISTINCT jsonb_build_object('id', p.id, 'name', concat_ws(' ', nullif(p.title, ''), p.name)))
   FROM contributions c JOIN speakers p ON p.id = c.speaker_id
   WHERE c.session_id = s.id AND c.invitation_state <> 'declined'), '[]'::jsonb) AS speakers,
  ARRAY(SELECT DISTINCT b.below_id::text FROM session_regions sr JOIN below b ON b.region_id = sr.region_id
        WHERE sr.session_id = s.id) AS "regionIds",
  ARRAY(SELECT DISTINCT rc.country FROM session_regions sr JOIN below b ON b.region_id = sr.region_id
        JOIN region_countries rc ON rc.region_id = b.below_id WHERE sr.session_id = s.id ORDER BY 1) AS countries
`;

/**
 * The sessions that are asked for, and all that run at the same time as one of them, in whatever series.
 * $1 languages · $2 now · $3 series id · $4 session id · $5 before this instant
 */
export const PROGRAMME_AROUND = `
  WITH RECURSIVE ${BELOW}, asked AS (
    SELECT id, starts_at, ends_at FROM sessions
    WHERE state IN ('draft', 'published') AND ends_at > $2
      AND ($3::uuid IS NULL OR series_id = $3) AND ($4::uuid IS NULL OR id = $4)
      AND ($5::timestamptz IS NULL OR starts_at < $5)
  ), beside AS (
    SELECT o.id FROM asked a JOIN sessions o ON tstzrange(o.starts_at, o.ends_at) && tstzrange(a.starts_at, a.ends_at)
    WHERE o.state IN ('draft', 'published') AND o.ends_at > $2
  )
  SELECT s.id IN (SELECT id FROM asked) AS "isAsked", ${ENTRY}
  FROM sessions s
  JOIN series y ON y.id = s.series_id
  WHERE s.id IN (SELECT id FROM asked UNION SELECT id FROM beside)
  ORDER BY s.starts_at, s.slug
`;

/**
 * What a session that is being typed meets: always one row.
 * $1 languages · $2 now · $3 its id or null · $4 series id · $5 start · $6 end · $7 region ids · $8 speaker ids
 */
export const AROUND_TYPED = `
  WITH RECURSIVE ${BELOW}
  SELECT
    (SELECT state FROM sessions WHERE id = $3) AS state,
    (SELECT jsonb_build_object('startsOn', starts_on, 'endsOn', ends_on) FROM series WHERE id = $4) AS period,
    ARRAY(SELECT DISTINCT below_id::text FROM below WHERE region_id = ANY ($7::uuid[])) AS "regionIds",
    ARRAY(SELECT DISTINCT rc.country FROM below b JOIN region_countries rc ON rc.region_id = b.below_id
          WHERE b.region_id = ANY ($7::uuid[]) ORDER BY 1) AS countries,
    coalesce((SELECT jsonb_agg(jsonb_build_object('id', p.id, 'name', concat_ws(' ', nullif(p.title, ''), p.name)))
              FROM speakers p WHERE p.id = ANY ($8::uuid[])), '[]'::jsonb) AS speakers,
    coalesce((
      SELECT jsonb_agg(to_jsonb(o) ORDER BY o."startsAt", o.id) FROM (
        SELECT ${ENTRY}
        FROM sessions s JOIN series y ON y.id = s.series_id
        WHERE s.state IN ('draft', 'published') AND s.ends_at > $2 AND s.id IS DISTINCT FROM $3::uuid
          AND s.starts_at < $6 AND s.ends_at > $5
      ) o
    ), '[]'::jsonb) AS others
`;

/** Whose place was given back, before or after, had one once: `confirmed_at` stays. */
const HAS_PLACE = `confirmed_at IS NOT NULL`;

/**
 * $1 languages · $2 session id. One pass over the session's registrations; what a registration did is asked of the indexes of the
 * log and of the hints, only where its state does not say it.
 */
export const SESSION_NUMBERS = `
  WITH mine AS MATERIALIZED (
    SELECT r.state, r.country, r.held_until, r.created_at, r.confirmed_at, r.ended_at,
           r.origin IN ('form', 'link') AS is_own,
           CASE
             WHEN r.state = 'unverified' THEN false
             WHEN r.state IN ('cancelled', 'expired') THEN r.${HAS_PLACE} OR EXISTS (
               SELECT FROM audit_entries a
               WHERE a.subject = 'registration' AND a.subject_id = r.id AND a.action = 'registration.confirm')
             ELSE true
           END AS is_proven,
           EXISTS (SELECT FROM join_hints h WHERE h.session_id = $2 AND h.registration_id = r.id) AS has_joined
    FROM registrations r WHERE r.session_id = $2
  ), span AS (
    SELECT CASE WHEN max(greatest(created_at, confirmed_at, ended_at)) - min(created_at) > interval '72 hours'
                THEN 'day' ELSE 'hour' END AS step
    FROM mine
  ), happened AS (
    SELECT date_trunc(span.step, e.at, s.time_zone) AS "from",
           sum(e.sent) AS sent, sum(e.confirmed) AS confirmed, sum(e.cancelled) AS cancelled
    FROM mine CROSS JOIN span JOIN sessions s ON s.id = $2
    CROSS JOIN LATERAL (VALUES
      (mine.created_at, 1, 0, 0),
      (mine.confirmed_at, 0, 1, 0),
      (mine.ended_at, 0, CASE WHEN mine.${HAS_PLACE} THEN -1 ELSE 0 END, CASE WHEN mine.state = 'cancelled' THEN 1 ELSE 0 END)
    ) AS e (at, sent, confirmed, cancelled)
    WHERE e.at IS NOT NULL
    GROUP BY 1
  ), over_time AS (
    SELECT "from", sum(sent) OVER w AS sent, sum(confirmed) OVER w AS confirmed, sum(cancelled) OVER w AS cancelled
    FROM happened WINDOW w AS (ORDER BY "from")
  )
  SELECT jsonb_build_object(
    'sessionId', s.id, 'title', coalesce(t.title, s.slug), 'slug', s.slug, 'timeZone', s.time_zone,
    'startsAt', iso_instant(s.starts_at), 'capacity', s.capacity,
    'states', (SELECT jsonb_build_object(
      'registered', count(*) FILTER (WHERE state IN ('confirmed', 'waitlisted', 'awaiting-approval')),
      'confirmed', count(*) FILTER (WHERE state = 'confirmed'),
      'held', count(*) FILTER (WHERE held_until IS NOT NULL),
      'waiting', count(*) FILTER (WHERE state = 'waitlisted'),
      'awaitingApproval', count(*) FILTER (WHERE state = 'awaiting-approval'),
      'cancelled', count(*) FILTER (WHERE state = 'cancelled')) FROM mine),
    'funnel', (SELECT jsonb_build_object(
      'sent', count(*),
      'addressConfirmed', count(*) FILTER (WHERE is_proven),
      'seated', count(*) FILTER (WHERE is_proven AND ${HAS_PLACE}),
      'joined', count(*) FILTER (WHERE is_proven AND ${HAS_PLACE} AND has_joined)) FROM mine WHERE is_own),
    'addedByStaff', (SELECT count(*) FROM mine WHERE NOT is_own),
    'countries', coalesce((
      SELECT jsonb_agg(jsonb_build_object('country', country, 'registered', registered, 'confirmed', confirmed)
                       ORDER BY registered DESC, confirmed DESC, country)
      FROM (
        SELECT country, count(*) AS registered, count(*) FILTER (WHERE state = 'confirmed') AS confirmed
        FROM mine WHERE state IN ('confirmed', 'waitlisted', 'awaiting-approval') GROUP BY country
      ) c), '[]'::jsonb),
    'step', (SELECT step FROM span),
    'overTime', coalesce((
      SELECT jsonb_agg(jsonb_build_object('from', iso_instant("from"), 'sent', sent, 'confirmed', confirmed,
                                          'cancelled', cancelled) ORDER BY "from")
      FROM over_time), '[]'::jsonb)
  ) AS numbers
  FROM sessions s
  JOIN series y ON y.id = s.series_id
  LEFT JOIN LATERAL (
    SELECT x.title FROM session_translations x WHERE x.session_id = s.id
    ORDER BY language_rank(x.language, $1, y.default_language) LIMIT 1
  ) t ON true
  WHERE s.id = $2`;

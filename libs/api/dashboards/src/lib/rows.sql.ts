import type { DashboardFigure } from '@reihe/shared-figures';
import {
  CHOSEN_PEOPLE,
  EVENTS,
  HAPPENED,
  HOMES,
  localHour,
  organisationKey,
  SESSION_TITLE,
} from './chosen-people.sql';

/** What was asked for is `-`: the part that was not told. */
const isPart = (column: string) => `p.counts AND ${column} IS NOT DISTINCT FROM nullif($11::text, '-')`;

const hasTerm = (table: string, column: string) => `p.counts AND CASE WHEN $11::text = '-'
  THEN NOT EXISTS (SELECT FROM ${table} x WHERE x.session_id = p.session_id)
  ELSE EXISTS (SELECT FROM ${table} x WHERE x.session_id = p.session_id AND x.${column}::text = $11) END`;

const ofSession = (condition: string) => `p.session_id::text = $11::text AND ${condition}`;

const isFirst = (comparison: string) => `p.counts AND p.person_id IN (
  SELECT b.person_id FROM by_person b JOIN chosen c ON c.id::text = $11::text AND b.first_at ${comparison} c.starts_at)`;

/** Which of `people p` are behind a number; those of what happened over time are found otherwise. */
const BEHIND: Record<Exclude<DashboardFigure, Happening>, string> = {
  registered: 'p.registration_id IS NOT NULL',
  confirmed: 'p.has_place',
  waitlisted: `p.state = 'waitlisted'`,
  attended: 'p.has_come',
  participations: 'p.has_place',
  participants: 'p.has_place',
  attendees: 'p.has_come',
  guests: 'p.has_come AND p.person_id IS NULL',
  returning: 'p.counts AND p.person_id IN (SELECT person_id FROM by_person WHERE sessions > 1)',
  'first-timers': 'p.counts AND p.person_id IN (SELECT person_id FROM first_timers)',
  came: 'p.has_come AND p.has_place',
  'came-without-place': 'p.has_come AND NOT p.has_place AND p.person_id IS NOT NULL',
  country: isPart('p.country'),
  city: `p.counts AND p.city <> '' AND lower(p.city) = lower(substr($11::text, strpos($11, ':') + 1))
    AND coalesce(p.country, '-') = split_part($11, ':', 1)`,
  'world-region': `p.counts AND CASE WHEN $11::text = '-'
    THEN NOT EXISTS (SELECT FROM homes h WHERE h.country = p.country)
    ELSE EXISTS (SELECT FROM homes h WHERE h.country = p.country AND h.top::text = $11) END`,
  region: hasTerm('session_regions', 'region_id'),
  category: hasTerm('session_categories', 'category_id'),
  organisation: `p.counts AND (p.organisation_trace = $11::text OR p.organisation_trace IS NULL AND p.organisation IN (
    SELECT o.organisation FROM (SELECT DISTINCT organisation FROM people WHERE organisation <> '') o
    WHERE ${organisationKey('o.organisation')} = $11))`,
  language: isPart('p.language'),
  month: `p.counts AND p.month = $11::text`,
  'local-hour': `p.counts AND p.registration_id IN (
    SELECT r.id FROM chosen c JOIN registrations r ON r.session_id = c.id
    WHERE ${localHour('c.starts_at', 'r.time_zone')} = $11::text)`,
  session: ofSession('p.counts'),
  'session-registered': ofSession('p.registration_id IS NOT NULL'),
  'session-confirmed': ofSession('p.has_place'),
  'session-attended': ofSession('p.has_come AND p.person_id IS NOT NULL'),
  'session-guests': ofSession('p.has_come AND p.person_id IS NULL'),
  'session-returning': ofSession(isFirst('<')),
  'session-newcomers': ofSession(isFirst('=')),
};

type Happening = 'registered-on' | 'confirmed-on' | 'cancelled-on';
const HAPPENINGS: Record<Happening, string> = {
  'registered-on': 'registered',
  'confirmed-on': 'confirmed',
  'cancelled-on': 'cancelled',
};

const isHappening = (figure: DashboardFigure): figure is Happening => figure in HAPPENINGS;

/**
 * Registrations to which something happened on that day, or in the week that begins with it: also those that ended, of which
 * `people` knows nothing, although who cancelled may have come.
 */
const happened = (figure: Happening) => `
  SELECT r.session_id, c.starts_at, r.participant_id AS person_id, NULL::uuid AS guest_id, r.id AS registration_id, r.state,
         EXISTS (SELECT FROM presences p WHERE p.session_id = r.session_id AND p.participant_id = r.participant_id AND p.has_come)
           OR EXISTS (SELECT FROM attendances m WHERE m.registration_id = r.id AND m.evidence = 'manual') AS has_come
  FROM clock CROSS JOIN chosen c JOIN registrations r ON r.session_id = c.id ${HAPPENED}
  WHERE e.has_happened AND e.kind = '${HAPPENINGS[figure]}'
    AND to_char(date_trunc((SELECT step FROM span), (e.at AT TIME ZONE clock.zone)::date), 'YYYY-MM-DD') = $11::text
    AND ($7::text IS NULL OR r.country = $7) AND ($8::text IS NULL OR r.language = $8)`;

/** Why the row is there: its place, and what is known of coming. */
const WHY = `array_to_json(array_remove(ARRAY[
  CASE f.state WHEN 'confirmed' THEN 'place' WHEN 'waitlisted' THEN 'waiting' WHEN 'awaiting-approval' THEN 'awaiting-approval' END,
  CASE WHEN f.state IN ('cancelled', 'declined', 'unverified', 'expired') THEN 'ended' END,
  CASE WHEN w.minutes IS NOT NULL AND w.role = 'attendee' THEN CASE WHEN w.has_come THEN 'report' ELSE 'short' END END,
  CASE WHEN m.registration_id IS NOT NULL THEN 'by-hand' END,
  CASE WHEN f.registration_id IS NULL AND f.person_id IS NOT NULL THEN 'not-registered' END,
  CASE WHEN f.person_id IS NULL THEN 'not-identified' END
], NULL))`;

/**
 * By what is kept of them in that session: own words of a registration, or a report that still names them. Whoever a session has
 * forgotten may be known by another one, and no way leads there from here.
 */
const NAME = `coalesce(nullif(r.name, ''), (
  SELECT coalesce(nullif(k.name, ''), a.name) FROM attendees a
  WHERE a.session_id = f.session_id AND a.participant_id = f.person_id AND a.name <> '' ORDER BY a.name LIMIT 1), g.name, '')`;

/** Parameters as `CHOSEN_PEOPLE` says, then $11 the part of the figure · $12 limit · $13 offset. No row: there is no such series. */
export const rowsBehind = (figure: DashboardFigure) => `
  WITH RECURSIVE ${CHOSEN_PEOPLE}, ${HOMES}, ${EVENTS},
  asked AS (SELECT $11::text AS part),
  found AS MATERIALIZED (${
    isHappening(figure)
      ? happened(figure)
      : `SELECT p.session_id, p.starts_at, p.person_id, p.guest_id, p.registration_id, p.state, p.has_come
         FROM people p WHERE ${BEHIND[figure]}`
  }),
  named AS (
    SELECT f.*, ${NAME} AS name
    FROM found f
    LEFT JOIN registrations r ON r.id = f.registration_id
    LEFT JOIN participants k ON k.id = f.person_id
    LEFT JOIN attendees g ON g.id = f.guest_id
  ),
  page AS (
    SELECT *, name = '' AS is_erased, row_number() OVER (ORDER BY starts_at, session_id, lower(name), name, person_id, guest_id) AS nth
    FROM named ORDER BY nth LIMIT $12 OFFSET $13
  )
  SELECT
    (SELECT count(*)::int FROM found) AS total,
    (SELECT count(DISTINCT person_id)::int FROM found) AS people,
    (SELECT count(*)::int FROM found WHERE person_id IS NULL) AS guests,
    coalesce((
      SELECT jsonb_agg(jsonb_build_object(
        'sessionId', f.session_id, 'sessionTitle', coalesce(t.title, s.slug), 'startsAt', iso_instant(s.starts_at),
        'timeZone', s.time_zone, 'registrationId', f.registration_id, 'name', f.name, 'isErased', f.is_erased,
        'participantId', CASE WHEN NOT f.is_erased THEN f.person_id END,
        'organisation', CASE WHEN f.is_erased THEN '' ELSE coalesce(r.organisation, w.organisation, '') END,
        'city', CASE WHEN f.is_erased THEN '' ELSE coalesce(r.city, w.city, '') END,
        'country', coalesce(r.country, CASE WHEN r.id IS NULL THEN w.country END),
        'language', coalesce(r.language, w.language), 'state', f.state, 'hasCome', f.has_come,
        'minutes', CASE WHEN w.role = 'attendee' THEN w.minutes END, 'why', ${WHY},
        'matchedBy', (
          SELECT a.matched_by FROM attendees a WHERE a.session_id = f.session_id AND a.participant_id = f.person_id
          ORDER BY array_position(ARRAY['link', 'email', 'staff', 'earlier-decision'], a.matched_by) LIMIT 1),
        'mergeReasons', coalesce((
          SELECT jsonb_agg(x.reason ORDER BY x.merged_at) FROM participant_merges x
          WHERE x.kept_id = f.person_id AND x.reason <> '' AND NOT f.is_erased), '[]'::jsonb)
      ) ORDER BY f.nth)
      FROM page f
      JOIN sessions s ON s.id = f.session_id
      JOIN series y ON y.id = s.series_id
      LEFT JOIN registrations r ON r.id = f.registration_id
      LEFT JOIN presences w ON w.session_id = f.session_id AND (w.participant_id = f.person_id OR w.attendee_id = f.guest_id)
      LEFT JOIN attendances m ON m.registration_id = f.registration_id AND m.evidence = 'manual'
      ${SESSION_TITLE}
    ), '[]'::jsonb) AS items
  FROM (SELECT 1) one
  WHERE $2::uuid IS NULL OR EXISTS (SELECT FROM series y WHERE y.id = $2)`;

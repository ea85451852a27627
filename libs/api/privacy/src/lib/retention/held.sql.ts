import { PERSONAL_DATA_KINDS } from '@reihe/shared-figures';
import { isNamed, saysSomething } from '../people/held-of-person.sql';

/** Single addresses, not all of an organisation. */
export const ONE_ADDRESS = `NOT starts_with(i.pattern, '@')`;

/** Something of a person is kept in the session `s`. */
export const HOLDS_SOMETHING = `(
  EXISTS (SELECT FROM registrations r WHERE r.session_id = s.id AND (${saysSomething('r')} OR r.queue_number > 0))
  OR EXISTS (SELECT FROM attendees a WHERE a.session_id = s.id AND ${isNamed('a')})
  OR EXISTS (SELECT FROM attendance_imports i WHERE i.session_id = s.id AND i.file_name <> '')
  OR EXISTS (SELECT FROM invited_addresses i WHERE i.session_id = s.id AND ${ONE_ADDRESS})
  OR EXISTS (SELECT FROM registrations r WHERE r.session_id = s.id AND (
       EXISTS (SELECT FROM answers w WHERE w.registration_id = r.id)
       OR EXISTS (SELECT FROM join_links j WHERE j.registration_id = r.id)
       OR EXISTS (SELECT FROM participant_links l WHERE l.registration_id = r.id)
       OR EXISTS (SELECT FROM certificates c WHERE c.registration_id = r.id AND c.name IS NOT NULL)
       OR EXISTS (SELECT FROM feedback f WHERE f.registration_id = r.id))))`;

/** Something of a person is kept of the series `y` that is of no single session. */
export const SERIES_HOLDS_SOMETHING = `(
  EXISTS (SELECT FROM attendance_decisions d WHERE d.series_id = y.id)
  OR EXISTS (SELECT FROM invited_addresses i WHERE i.series_id = y.id AND ${ONE_ADDRESS}))`;

/**
 * Until when what is of the series `y` and of no single session is kept: as long as that of any session. A draft or a cancelled session
 * of which nothing is kept has no say in it, unless there is no other: then a series is being planned. Null as in `session_retention`, or
 * without any session.
 */
export const SERIES_KEPT_UNTIL = `(
  SELECT CASE WHEN bool_and(n.kept_until IS NOT NULL) THEN max(n.kept_until) END
  FROM (
    SELECT k.kept_until, x.has_say, bool_or(x.has_say) OVER () AS has_any_say
    FROM sessions s JOIN session_retention k ON k.session_id = s.id
    CROSS JOIN LATERAL (SELECT s.state IN ('published', 'held') OR ${HOLDS_SOMETHING} AS has_say) x
    WHERE s.series_id = y.id
  ) n
  WHERE n.has_say OR NOT n.has_any_say)`;

/** The session that a mail is about, where it is about one and no other; null otherwise. */
export const SESSION_OF_MAIL = `coalesce(m.session_id, substring(m.thread_id from '^<session-([0-9a-f-]{36})[.]')::uuid)`;

const OF_SESSION = `JOIN registrations r ON r.id = o.registration_id JOIN sessions s ON s.id = r.session_id`;

/** By series and kind; what there is none of has no row. Mails that are about several sessions or none are of no series. */
const HELD = `
  SELECT s.series_id, 'people' AS kind, count(DISTINCT r.participant_id) AS held
  FROM registrations r JOIN sessions s ON s.id = r.session_id WHERE ${saysSomething('r')} GROUP BY 1
  UNION ALL SELECT s.series_id, 'registrations', count(*)
  FROM registrations r JOIN sessions s ON s.id = r.session_id WHERE ${saysSomething('r')} GROUP BY 1
  UNION ALL SELECT s.series_id, 'waiting', count(*)
  FROM registrations r JOIN sessions s ON s.id = r.session_id WHERE r.queue_number > 0 GROUP BY 1
  UNION ALL SELECT s.series_id, 'answers', count(*) FROM answers o ${OF_SESSION} GROUP BY 1
  UNION ALL SELECT s.series_id, 'links', count(*)
  FROM (SELECT j.registration_id FROM join_links j UNION ALL SELECT l.registration_id FROM participant_links l) o ${OF_SESSION} GROUP BY 1
  UNION ALL SELECT s.series_id, 'certificates', count(*) FROM certificates o ${OF_SESSION} WHERE o.name IS NOT NULL GROUP BY 1
  UNION ALL SELECT s.series_id, 'feedback', count(*) FROM feedback o ${OF_SESSION} GROUP BY 1
  UNION ALL SELECT s.series_id, 'attendees', count(*)
  FROM attendees a JOIN sessions s ON s.id = a.session_id WHERE ${isNamed('a')} GROUP BY 1
  UNION ALL SELECT s.series_id, 'guests', count(*)
  FROM attendees a JOIN sessions s ON s.id = a.session_id WHERE ${isNamed('a')} AND a.participant_id IS NULL GROUP BY 1
  UNION ALL SELECT s.series_id, 'lines', count(*)
  FROM attendance_spans x JOIN attendees a ON a.id = x.attendee_id JOIN sessions s ON s.id = a.session_id
  WHERE ${isNamed('a')} GROUP BY 1
  UNION ALL SELECT s.series_id, 'files', count(*)
  FROM attendance_imports i JOIN sessions s ON s.id = i.session_id WHERE i.file_name <> '' GROUP BY 1
  UNION ALL SELECT d.series_id, 'decisions', count(*) FROM attendance_decisions d GROUP BY 1
  UNION ALL SELECT coalesce(i.series_id, s.series_id), 'invitations', count(*)
  FROM invited_addresses i LEFT JOIN sessions s ON s.id = i.session_id WHERE ${ONE_ADDRESS} GROUP BY 1
  UNION ALL SELECT coalesce(s.series_id, g.series_id), 'mails', count(*)
  FROM outbox_messages m
  LEFT JOIN message_recipients c ON c.outbox_id = m.id LEFT JOIN messages g ON g.id = c.message_id
  LEFT JOIN sessions s ON s.id = coalesce(${SESSION_OF_MAIL}, g.session_id)
  WHERE m.participant_id IS NOT NULL AND m.to_address <> '' GROUP BY 1`;

const NOTHING = JSON.stringify(Object.fromEntries(PERSONAL_DATA_KINDS.map((kind) => [kind, 0])));

/** The rule where nobody set one. */
const KEEPS_ALL = JSON.stringify({ months: null, countsFrom: 'series', version: 0, isOwn: false });

const ruleOf = (row: string, isOwn: boolean) =>
  `jsonb_build_object('months', ${row}.months, 'countsFrom', ${row}.counts_from, 'version', ${isOwn ? `${row}.version` : '0'}, 'isOwn', ${isOwn})`;

/** $1 languages · $2 now. What is kept of whom, series by series, and until when; and what is of no series. */
export const HOLDINGS = `
  WITH held AS (
    SELECT h.series_id, jsonb_object_agg(h.kind, h.held) AS kinds FROM (${HELD}) h GROUP BY h.series_id
  ), keeps AS (
    SELECT n.series_id, min(n.kept_until) AS goes_from,
           CASE WHEN bool_and(n.kept_until IS NOT NULL) THEN max(n.kept_until) END AS goes_until
    FROM (
      SELECT s.series_id, r.kept_until FROM sessions s JOIN session_retention r ON r.session_id = s.id WHERE ${HOLDS_SOMETHING}
      UNION ALL
      SELECT y.id, ${SERIES_KEPT_UNTIL} FROM series y WHERE ${SERIES_HOLDS_SOMETHING}
    ) n
    GROUP BY n.series_id
  )
  SELECT jsonb_build_object(
    'people', (SELECT count(*) FROM participants p WHERE p.erased_at IS NULL AND p.merged_into_id IS NULL),
    'other', jsonb_build_object(
      'speakers', (SELECT count(*) FROM speakers k WHERE k.merged_into IS NULL),
      'mails', coalesce((SELECT (h.kinds ->> 'mails')::int FROM held h WHERE h.series_id IS NULL), 0),
      'mailsToOthers', (SELECT count(*) FROM outbox_messages m WHERE m.participant_id IS NULL AND m.to_address <> '')),
    'default', coalesce((SELECT ${ruleOf('o', true)} FROM retention_rules o WHERE o.series_id IS NULL), '${KEEPS_ALL}'::jsonb),
    'series', coalesce((
      SELECT jsonb_agg(jsonb_build_object(
        'seriesId', y.id, 'title', coalesce(t.title, y.slug), 'lastEndsAt', iso_instant(
          (SELECT max(s.ends_at) FROM sessions s WHERE s.series_id = y.id AND s.state <> 'draft')),
        'rule', CASE WHEN o.id IS NOT NULL THEN ${ruleOf('o', true)} WHEN d.id IS NOT NULL THEN ${ruleOf('d', false)}
                     ELSE '${KEEPS_ALL}'::jsonb END,
        'held', '${NOTHING}'::jsonb || coalesce(h.kinds, '{}'::jsonb),
        'goesFrom', iso_instant(k.goes_from), 'goesUntil', iso_instant(k.goes_until), 'isDue', coalesce(k.goes_from < $2, false))
        ORDER BY k.goes_from, coalesce(t.title, y.slug))
      FROM series y
      LEFT JOIN LATERAL (
        SELECT x.title FROM series_translations x WHERE x.series_id = y.id
        ORDER BY language_rank(x.language, $1::text[], y.default_language) LIMIT 1
      ) t ON true
      LEFT JOIN retention_rules o ON o.series_id = y.id
      LEFT JOIN retention_rules d ON d.series_id IS NULL
      LEFT JOIN held h ON h.series_id = y.id
      LEFT JOIN keeps k ON k.series_id = y.id
    ), '[]'::jsonb)
  ) AS overview`;

import type { TestDatabase } from '@reihe/api-persistence';
import { PEOPLE, REGIONS, STEP_SECONDS, type World } from './random-world';

type Kind = 'series' | 'session' | 'person' | 'region' | 'category' | 'speaker' | 'registration' | 'attendee';
const KINDS: Kind[] = [
  'series',
  'session',
  'person',
  'region',
  'category',
  'speaker',
  'registration',
  'attendee',
];

/** The same number is the same id in every world. */
export function idOf(kind: Kind, at: number): string {
  return `00000000-0000-4000-8000-${String(KINDS.indexOf(kind) + 1)}${String(at).padStart(11, '0')}`;
}

const EMPTY = `TRUNCATE series, participants, regions, categories, speakers CASCADE`;

const at = (startsAt: string, steps: number) =>
  new Date(Date.parse(startsAt) + steps * STEP_SECONDS * 1000).toISOString();

/** Writes a world in place of the one before. Presences are made as the product makes them, and so is the merging of two entries. */
export async function writeWorld({ dataSource }: TestDatabase, world: World): Promise<void> {
  const write = (sql: string, rows: readonly object[]) =>
    dataSource.query(`${sql.replace('$rows', 'jsonb_to_recordset($1)')}`, [JSON.stringify(rows)]);
  await dataSource.query(EMPTY);
  await write(
    `INSERT INTO series (id, slug, state, starts_on, ends_on, default_language, time_zone)
     SELECT id, 'series-' || n, 'published', '2026-01-01', '2026-12-31', 'en', zone FROM $rows AS r (id uuid, n int, zone text)`,
    world.series.map((_, n) => ({ id: idOf('series', n), n, zone: n === 0 ? 'Asia/Kathmandu' : 'UTC' })),
  );
  await write(
    `INSERT INTO attendance_thresholds (series_id, share_percent, minutes)
     SELECT id, "sharePercent", minutes FROM $rows AS r (id uuid, "sharePercent" int, minutes int)`,
    world.series.flatMap(({ threshold }, n) => (threshold ? [{ id: idOf('series', n), ...threshold }] : [])),
  );
  await write(
    `INSERT INTO regions (id, slug, parent_id, tint) SELECT id, 'r' || n, parent, 'africa' FROM $rows AS r (id uuid, n int, parent uuid)`,
    REGIONS.map(({ parent }, n) => ({
      id: idOf('region', n),
      n,
      parent: parent === null ? null : idOf('region', parent),
    })),
  );
  await write(
    `INSERT INTO region_countries (region_id, country) SELECT id, country FROM $rows AS r (id uuid, country text)`,
    REGIONS.flatMap(({ countries }, n) => countries.map((country) => ({ id: idOf('region', n), country }))),
  );
  await write(
    `INSERT INTO categories (id, slug) SELECT id, 'c' || n FROM $rows AS r (id uuid, n int)`,
    [0, 1].map((n) => ({ id: idOf('category', n), n })),
  );
  await write(
    `INSERT INTO speakers (id, name) SELECT id, 's' || n FROM $rows AS r (id uuid, n int)`,
    [0, 1, 2].map((n) => ({ id: idOf('speaker', n), n })),
  );
  await write(
    `INSERT INTO sessions (id, series_id, slug, state, kind, starts_at, ends_at, starts_local, ends_local, time_zone, languages, cancel_reason)
     SELECT id, series, 's-' || n, state, 'exchange', "startsAt", "startsAt" + minutes * interval '1 minute', '', '', "timeZone", '{en}',
            CASE WHEN state = 'cancelled' THEN 'None.' ELSE '' END
     FROM $rows AS r (id uuid, n int, series uuid, state text, "startsAt" timestamptz, minutes int, "timeZone" text)`,
    world.sessions.map(({ series, ...session }, n) => ({
      ...session,
      id: idOf('session', n),
      n,
      series: idOf('series', series),
    })),
  );
  for (const [table, column, key] of [
    ['session_regions', 'region_id', 'regions'],
    ['session_categories', 'category_id', 'categories'],
  ] as const)
    await write(
      `INSERT INTO ${table} (session_id, ${column}) SELECT session, term FROM $rows AS r (session uuid, term uuid)`,
      world.sessions.flatMap((session, n) =>
        session[key].map((term) => ({
          session: idOf('session', n),
          term: idOf(key === 'regions' ? 'region' : 'category', term),
        })),
      ),
    );
  await write(
    `INSERT INTO contributions (session_id, speaker_id, role, position)
     SELECT session, speaker, 'speaker', 0 FROM $rows AS r (session uuid, speaker uuid)`,
    world.sessions.flatMap(({ speakers }, n) =>
      speakers.map((speaker) => ({ session: idOf('session', n), speaker: idOf('speaker', speaker) })),
    ),
  );
  await write(
    `INSERT INTO participants (id, email, email_key, name, language, time_zone)
     SELECT id, 'p' || n || '@example.org', 'p' || n || '@example.org', 'Person ' || n, 'en', 'UTC' FROM $rows AS r (id uuid, n int)`,
    Array.from({ length: PEOPLE }, (_, n) => ({ id: idOf('person', n), n })),
  );
  await write(
    `INSERT INTO registrations (id, session_id, participant_id, state, queue_number, name, organisation, organisation_trace, city, country,
                                language, time_zone, privacy_notice, created_at, confirmed_at, ended_at)
     SELECT id, session, person, state, CASE WHEN state = 'waitlisted' THEN nextval('registration_queue') END, 'P', ${ORGANISATION},
            city, country, language, "timeZone", '1', "createdAt", "confirmedAt", "endedAt"
     FROM $rows AS r (id uuid, session uuid, person uuid, state text, ${SAID}, "timeZone" text, "createdAt" timestamptz,
                      "confirmedAt" timestamptz, "endedAt" timestamptz)`,
    world.registrations.map((one, n) => ({
      ...one,
      id: idOf('registration', n),
      session: idOf('session', one.session),
      person: idOf('person', one.entry),
    })),
  );
  await write(
    `INSERT INTO attendances (registration_id, evidence, recorded_at) SELECT id, 'manual', now() FROM $rows AS r (id uuid)`,
    world.registrations.flatMap(({ isMarked }, n) => (isMarked ? [{ id: idOf('registration', n) }] : [])),
  );
  await writeAttendance({ write, world });
  await dataSource.query(`SELECT recount_attendance(array_agg(id)) FROM sessions`);
  if (world.merged) {
    const merge = [idOf('person', world.merged.entry), idOf('person', world.merged.into)];
    await dataSource.query(
      `UPDATE registrations r SET state = 'cancelled', queue_number = NULL, ended_at = '2026-04-30T12:00Z'
       WHERE r.participant_id = $1 AND r.state IN ('confirmed', 'waitlisted', 'awaiting-approval', 'unverified') AND EXISTS (
         SELECT FROM registrations k WHERE k.session_id = r.session_id AND k.participant_id = $2
           AND k.state IN ('confirmed', 'waitlisted', 'awaiting-approval', 'unverified'))`,
      merge,
    );
    await dataSource.query(`UPDATE registrations SET participant_id = $2 WHERE participant_id = $1`, merge);
    await dataSource.query(`UPDATE participants SET merged_into_id = $2 WHERE id = $1`, merge);
  }
}

/** In the select list: an erased organisation is its trace. */
const ORGANISATION = `CASE WHEN "isOrganisationErased" THEN '' ELSE organisation END,
  CASE WHEN "isOrganisationErased" AND organisation <> '' THEN md5(folded(organisation)) END`;
const SAID = `organisation text, "isOrganisationErased" boolean, city text, country text, language text`;

async function writeAttendance({
  write,
  world,
}: {
  write: (sql: string, rows: readonly object[]) => Promise<unknown>;
  world: World;
}): Promise<void> {
  await write(
    `INSERT INTO attendance_imports (id, session_id, file_name, sha256, format, reading, lines, imported_at)
     SELECT id, id, 'report.csv', id::text, 'table', '{}', 1, '2026-07-01T10:00Z' FROM $rows AS r (id uuid)`,
    [...new Set(world.attendees.map(({ session }) => session))].map((n) => ({ id: idOf('session', n) })),
  );
  await write(
    `INSERT INTO attendees (id, session_id, key, name, organisation, organisation_trace, city, country, language, role, participant_id, matched_by)
     SELECT id, session, id::text, 'Guest', ${ORGANISATION}, city, country, language, role, person,
            CASE WHEN person IS NOT NULL THEN 'email' END
     FROM $rows AS r (id uuid, session uuid, ${SAID}, role text, person uuid)`,
    world.attendees.map((one, n) => ({
      ...one,
      id: idOf('attendee', n),
      session: idOf('session', one.session),
      person: one.entry === null ? null : idOf('person', one.entry),
    })),
  );
  await write(
    `INSERT INTO attendance_spans (import_id, line, attendee_id, joined_at, left_at, minutes)
     SELECT import, line, attendee, "joinedAt", "leftAt", minutes
     FROM $rows AS r (import uuid, line int, attendee uuid, "joinedAt" timestamptz, "leftAt" timestamptz, minutes int)`,
    world.attendees.flatMap(({ session, lines }, n) =>
      lines.map((line, m) => ({
        import: idOf('session', session),
        line: n * 10 + m,
        attendee: idOf('attendee', n),
        ...('minutes' in line
          ? { minutes: line.minutes }
          : {
              joinedAt: at(world.sessions[session]?.startsAt ?? '', line.from),
              leftAt: at(world.sessions[session]?.startsAt ?? '', line.to),
            }),
      })),
    ),
  );
}

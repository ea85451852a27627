import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import type { PrivacyWorld } from './privacy-world';

const SESSIONS = 4;
const SERIES = 2;

const place = fc.constantFrom(
  { city: 'Lviv', country: 'UA', time_zone: 'Europe/Kyiv' },
  { city: 'LVIV', country: 'UA', time_zone: 'Europe/Kyiv' },
  { city: 'Durban', country: 'ZA', time_zone: 'Africa/Johannesburg' },
  { city: '', country: 'BR', time_zone: 'America/Sao_Paulo' },
  { city: '', country: null, time_zone: 'UTC' },
);
const organisation = fc.constantFrom('', 'Water works', 'WATER WORKS', 'City of Müller', 'City of Mueller');
const session = fc.nat({ max: SESSIONS - 1 });
const language = fc.constantFrom('en', 'de', 'es');

const registration = fc.record({
  session,
  place,
  organisation,
  language,
  state: fc.constantFrom(
    'confirmed',
    'confirmed',
    'waitlisted',
    'awaiting-approval',
    'cancelled',
    'declined',
  ),
  isMarked: fc.boolean(),
});
const attendee = fc.record({
  session,
  place,
  organisation,
  language: fc.option(language),
  role: fc.constantFrom('attendee', 'attendee', 'attendee', 'host', 'speaker', 'bot'),
  minutes: fc.nat({ max: 60 }),
});

/** Two series, four sessions, and whoever is registered for them, came, or only stands in a report. */
export const somePeople = fc.record({
  people: fc.array(
    fc.record({
      registrations: fc.uniqueArray(registration, { maxLength: 3, selector: (one) => one.session }),
      attendees: fc.array(attendee, { maxLength: 3 }),
      /** Into the person before; null: they are one of their own. */
      isMerged: fc.boolean(),
    }),
    { minLength: 1, maxLength: 6 },
  ),
  guests: fc.array(attendee, { maxLength: 4 }),
});
type Some = typeof somePeople extends fc.Arbitrary<infer People> ? People : never;

export interface MadePeople {
  seriesIds: string[];
  /** Those that go on; who was merged into them goes with them. */
  people: string[];
  guests: { sessionId: string; id: string }[];
}

/** Instead of everybody who was there. */
export async function makePeople(world: PrivacyWorld, some: Some): Promise<MadePeople> {
  await world.query(
    `TRUNCATE participants, attendees, attendance_imports, sessions, series, retention_rules, retention_runs, frozen_figures CASCADE`,
  );
  const seriesIds = [await world.aSeries(), await world.aSeries()];
  const sessions: string[] = [];
  for (let at = 0; at < SESSIONS; at += 1)
    sessions.push(await world.aSession(seriesIds[at % SERIES] ?? '', `2025-0${at + 1}-15T12:00:00Z`));
  const reports = await Promise.all(sessions.map((id) => world.aReport(id)));
  const people = some.people.map((person, at) => ({
    id: randomUUID(),
    address: `p${at}@city.example`,
    ...person,
  }));
  await world.rows(
    'participants',
    people.map(({ id, address }) => ({
      ...{
        id,
        version: 1,
        email: address,
        email_key: address,
        name: `Nameable ${address}`,
        organisation: '',
        city: '',
      },
      ...{ job_position: '', language: 'en', time_zone: 'UTC', created_at: '2024-12-01T10:00:00Z' },
    })),
  );
  const registrations = people.flatMap(({ id, registrations: own }) =>
    own.map((one) => ({ ...one, id: randomUUID(), participantId: id })),
  );
  await world.rows(
    'registrations',
    registrations.map(({ id, participantId, session: at, place: { city, country, time_zone }, ...one }) => ({
      ...{ id, version: 1, session_id: sessions[at], participant_id: participantId, state: one.state },
      ...{
        queue_number: one.state === 'waitlisted' ? 7 : null,
        name: 'Nameable',
        organisation: one.organisation,
      },
      ...{ job_position: '', city, country, time_zone, language: one.language, accessibility_needs: '' },
      ...{ decision_reason: '', origin: 'form', privacy_notice: '1', created_at: '2024-12-02T10:00:00Z' },
    })),
  );
  await world.rows(
    'attendances',
    registrations
      .filter(({ isMarked, state }) => isMarked && state === 'confirmed')
      .map(({ id }) => ({ registration_id: id, evidence: 'manual', recorded_at: '2025-06-01T10:00:00Z' })),
  );
  const named = [
    ...people.flatMap(({ id, attendees }) => attendees.map((one) => ({ ...one, participantId: id }))),
    ...some.guests.map((one) => ({ ...one, participantId: null })),
  ].map((one) => ({ ...one, id: randomUUID() }));
  await world.rows(
    'attendees',
    named.map(({ id, participantId, session: at, place: { city, country }, ...one }) => ({
      ...{
        id,
        session_id: sessions[at],
        key: `name:${id}`,
        name: 'Nameable',
        email: '',
        organisation: one.organisation,
      },
      ...{ city, country, language: one.language, role: one.role, participant_id: participantId, reason: '' },
      ...{ matched_by: participantId === null ? null : 'staff' },
    })),
  );
  await world.rows(
    'attendance_spans',
    named.map(({ id, session: at, minutes }, line) => ({
      ...{ import_id: reports[at], line, attendee_id: id, joined_at: `2025-0${at + 1}-15T12:10:00Z` },
      left_at: new Date(Date.parse(`2025-0${at + 1}-15T12:10:00Z`) + minutes * 60_000),
    })),
  );
  await world.recount();
  const kept = await merge(world, people);
  return {
    seriesIds,
    people: kept,
    guests: named
      .filter(({ participantId }) => participantId === null)
      .map(({ id, session: at }) => ({ id, sessionId: sessions[at] ?? '' })),
  };
}

/** As organisers do it; where both are registered for a session the one that goes keeps what ended. */
async function merge(
  world: PrivacyWorld,
  people: readonly { id: string; isMerged: boolean }[],
): Promise<string[]> {
  const kept: string[] = [];
  for (const { id, isMerged } of people) {
    const into = kept.at(-1);
    if (!isMerged || into === undefined) {
      kept.push(id);
      continue;
    }
    await world.query(
      `UPDATE registrations r SET state = 'cancelled', queue_number = NULL WHERE r.participant_id = $1 AND EXISTS (
         SELECT FROM registrations o WHERE o.participant_id = $2 AND o.session_id = r.session_id)`,
      [id, into],
    );
    await world.query(`UPDATE registrations SET participant_id = $2 WHERE participant_id = $1`, [id, into]);
    await world.query(`UPDATE participants SET merged_into_id = $2 WHERE id = $1`, [id, into]);
  }
  return kept;
}

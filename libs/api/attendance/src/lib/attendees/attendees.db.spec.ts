import { figuresApiPaths, type AttendanceCounts, type SeriesThreshold } from '@reihe/shared-figures';
import { AttendanceWorld, zoomReport } from '../testing/attendance-world';

const whole = { from: '14:00', to: '15:30' };

describe('who is who in the reports of meetings', () => {
  let world: AttendanceWorld;
  let session: string;
  let ada: string;

  const match = (attendeeIds: string[], participantId: string | null, more: object = {}) =>
    world.answer<AttendanceCounts>('post', figuresApiPaths.attendeeMatches(session), {
      attendeeIds,
      participantId,
      ...more,
    });
  const guestOf = async (of = session) => {
    const [guest] = await world.attendees(of, 'guests');
    if (!guest) throw new Error('There is no guest.');
    return guest;
  };
  const distinct = async () => {
    const [row] = await world.query<{ attended: number; attendees: number; guests: number }>(
      `SELECT attended, attendees, guests FROM attendance_over($1, NULL)`,
      [world.seriesId],
    );
    return row;
  };

  beforeAll(async () => {
    world = await AttendanceWorld.begin();
  });
  let mailbox = 0;
  beforeEach(async () => {
    world.seriesId = await world.aSeries();
    session = await world.aSession();
    mailbox += 1;
    ada = await world.aPerson('Ada Müller', `ada.${mailbox}@city.example`, 'City of Lviv');
    await world.register(session, ada);
  });
  afterAll(() => world.close());

  it('suggests whom a guest may be, with reasons, and matches nobody by a name alone', async () => {
    await world.import(session, zoomReport([{ name: 'Mueller, Ada', ...whole }]));
    const guest = await guestOf();
    expect(guest).toMatchObject({ participant: null, matchedBy: null });
    expect(guest.suggestions[0]).toMatchObject({ participantId: ada, reasons: ['same-name', 'registered'] });
    expect(await world.counts(session)).toMatchObject({ attended: 0, guests: 1, missed: 1 });
  });

  it('compares the guests that are shown, of two thousand with two thousand registrations, same names first', async () => {
    const names = (from: number) =>
      `SELECT (ARRAY['Ada','Ben','Cleo','Dana','Eli'])[1 + n % 5] || ' Sample' || substr(md5(n::text), ${from}, 5) AS name, n
       FROM generate_series(1, 2000) n`;
    await world.query(
      `WITH people AS (
         INSERT INTO participants (email, email_key, name, language, time_zone)
         SELECT n || '@many.example', n || '@many.example', name, 'en', 'UTC' FROM (${names(1)}) p RETURNING id, name
       )
       INSERT INTO registrations (session_id, participant_id, state, name, language, time_zone, privacy_notice)
       SELECT $1, id, 'confirmed', name, 'en', 'UTC', '1' FROM people`,
      [session],
    );
    const guests = await world.query<{ name: string }>(names(6));
    const lines = [...guests.map(({ name }) => name), 'Zeta Unknown', 'Müller Ada'].map(
      (name) => `${name};80`,
    );
    const preview = await world.check(session, ['Name;Dauer (Minuten)', ...lines].join('\n'));
    expect(preview.guests).toHaveLength(50);
    expect(preview.guests[0]?.name).toBe('Müller Ada');
    expect(preview.guests[0]?.suggestions[0]).toMatchObject({ participantId: ada });
    expect(preview.guests[1]?.name).toMatch(/^Ada Sample/);
  });

  it('counts a guest as the person somebody says they are, once with what is known of that person', async () => {
    await world.import(
      session,
      zoomReport([
        { name: 'Ada M', ...whole },
        { name: 'Ada Müller', email: `ada.${mailbox}@city.example`, from: '14:00', to: '14:05' },
      ]),
    );
    const guest = await guestOf();
    expect(await match([guest.id], ada, { reason: 'told so by herself' })).toMatchObject({
      attended: 1,
      guests: 0,
      short: 0,
      missed: 0,
    });
    expect(await distinct()).toEqual({ attended: 1, attendees: 1, guests: 0 });
    const entries = await world.query(
      `SELECT action, after->'attendeeIds' AS ids FROM audit_entries WHERE subject_id = $1 ORDER BY at DESC, id LIMIT 1`,
      [session],
    );
    expect(entries).toEqual([{ action: 'attendance.match', ids: [guest.id] }]);
  });

  it('keeps what was decided for the next report of the series, and for no other series', async () => {
    await world.import(session, zoomReport([{ name: 'Ada M', ...whole }]));
    await match([(await guestOf()).id], ada);
    const next = await world.aSession();
    await world.import(next, zoomReport([{ name: 'ADA M.', ...whole }]));
    expect(await world.attendees(next)).toMatchObject([
      { participant: { id: ada }, matchedBy: 'earlier-decision' },
    ]);
    expect(await distinct()).toEqual({ attended: 2, attendees: 1, guests: 0 });
    world.seriesId = await world.aSeries();
    const elsewhere = await world.aSession();
    await world.import(elsewhere, zoomReport([{ name: 'Ada M', ...whole }]));
    expect(await guestOf(elsewhere)).toMatchObject({ participant: null, matchedBy: null });
  });

  it('takes a decision back, for the next report too', async () => {
    await world.import(session, zoomReport([{ name: 'Ada M', ...whole }]));
    const { id } = await guestOf();
    await match([id], ada);
    expect(await match([id], null, { isTakenBack: true })).toMatchObject({ attended: 0, guests: 1 });
    const next = await world.aSession();
    await world.import(next, zoomReport([{ name: 'Ada M', ...whole }]));
    expect(await guestOf(next)).toMatchObject({ matchedBy: null });
  });

  it('suggests nobody for a guest of whom it was said that nobody knows them', async () => {
    await world.import(session, zoomReport([{ name: 'Ada Müller', ...whole }]));
    const { id } = await guestOf();
    expect(await match([id], null)).toMatchObject({ guests: 1 });
    expect(await guestOf()).toMatchObject({ matchedBy: 'staff', suggestions: [] });
  });

  it('keeps no decision for a name that tells nobody', async () => {
    await world.import(session, zoomReport([{ name: 'iPhone', ...whole }]));
    await match([(await guestOf()).id], ada);
    expect(
      await world.query(`SELECT FROM attendance_decisions WHERE series_id = $1`, [world.seriesId]),
    ).toHaveLength(0);
  });

  it('follows two people who become one', async () => {
    const other = await world.aPerson('Ada Second', `second.${mailbox}@city.example`);
    await world.import(
      session,
      zoomReport([
        { name: 'Ada', email: `ada.${mailbox}@city.example`, from: '14:00', to: '14:10' },
        { name: 'Ada', email: `second.${mailbox}@city.example`, from: '14:20', to: '14:30' },
      ]),
    );
    expect(await world.counts(session)).toMatchObject({ attended: 0, short: 2 });
    await world.query(`UPDATE participants SET merged_into_id = $2 WHERE id = $1`, [other, ada]);
    expect(await world.counts(session)).toMatchObject({ attended: 1, short: 0 });
    expect(await distinct()).toEqual({ attended: 1, attendees: 1, guests: 0 });
  });

  it('lets staff say who was no audience', async () => {
    await world.import(
      session,
      zoomReport([{ name: 'Ada', email: `ada.${mailbox}@city.example`, ...whole }]),
    );
    const [attendee] = await world.attendees(session);
    const counts = await world.answer<AttendanceCounts>('post', figuresApiPaths.attendeeRoles(session), {
      attendeeIds: [attendee?.id],
      role: 'host',
    });
    expect(counts).toMatchObject({ attended: 0, hosts: 1 });
    expect(
      await world.query(
        `SELECT FROM attendances a JOIN registrations r ON r.id = a.registration_id
      WHERE r.session_id = $1`,
        [session],
      ),
    ).toHaveLength(0);
  });

  it('counts every session of a series anew when the threshold changes, and only with the version that stands', async () => {
    await world.import(
      session,
      zoomReport([{ name: 'Ada', email: `ada.${mailbox}@city.example`, from: '14:00', to: '14:20' }]),
    );
    const path = figuresApiPaths.attendanceThreshold(world.seriesId);
    const before = await world.answer<SeriesThreshold>('get', path);
    expect(before).toMatchObject({ sharePercent: 50, minutes: 15, version: 0 });
    await world.answer('put', path, { sharePercent: 50, minutes: null, version: 0 });
    expect(await world.counts(session)).toMatchObject({ attended: 0, short: 1, missed: 1 });
    await world.call('put', path, { sharePercent: null, minutes: 5, version: 0 }).expect(409);
    await world.call('put', path, { sharePercent: null, minutes: null, version: 1 }).expect(400);
    await world.answer('put', path, { sharePercent: null, minutes: 5, version: 1 });
    expect(await world.counts(session)).toMatchObject({ attended: 1, short: 0, missed: 0 });
  });

  it('counts anew when the times of a session are put right', async () => {
    await world.import(
      session,
      zoomReport([{ name: 'Ada', email: `ada.${mailbox}@city.example`, from: '13:30', to: '14:10' }]),
    );
    expect(await world.counts(session)).toMatchObject({ attended: 0 });
    await world.query(
      `UPDATE sessions SET starts_at = '2026-10-06T11:30Z', starts_local = '2026-10-06T13:30' WHERE id = $1`,
      [session],
    );
    expect(await world.counts(session)).toMatchObject({ attended: 1 });
  });
});

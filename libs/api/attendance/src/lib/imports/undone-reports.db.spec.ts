import { figuresApiPaths, type AttendanceCounts } from '@reihe/shared-figures';
import { AttendanceWorld, zoomReport } from '../testing/attendance-world';

const ada = { name: 'Ada Sample', email: 'ada@city.example' };
const whole = { from: '14:00', to: '15:30' };

/** A table that somebody made, with a line of Ada. */
function table(role: string, organisation = '', city = '', country = ''): string {
  return `Name;E-Mail;Firma;Ort;Land;Beigetreten um;Verlassen um;Rolle
Ada Sample;ada@city.example;${organisation};${city};${country};06.10.2026 14:00;06.10.2026 15:30;${role}`;
}

describe('undoing what a report said', () => {
  let world: AttendanceWorld;
  let session: string;

  beforeAll(async () => {
    world = await AttendanceWorld.begin();
  });
  beforeEach(async () => {
    world.seriesId = await world.aSeries();
    session = await world.aSession();
  });
  afterEach(async () => {
    const left = await world.query<{ id: string }>(
      `SELECT id FROM attendance_imports WHERE session_id = $1 AND undone_at IS NULL`,
      [session],
    );
    for (const { id } of left) await world.undo(session, id);
  });
  afterAll(() => world.close());

  const kept = () =>
    world.query(`SELECT name, organisation, city, country, role FROM attendees WHERE session_id = $1`, [
      session,
    ]);
  const setRole = async (role: string, more: object = {}) => {
    const [attendee] = await world.attendees(session);
    return world.answer<AttendanceCounts>('post', figuresApiPaths.attendeeRoles(session), {
      attendeeIds: [attendee?.id],
      role,
      ...more,
    });
  };

  it('makes somebody audience again who was host in that report alone', async () => {
    await world.import(session, zoomReport([{ ...ada, ...whole }]));
    const second = await world.import(
      session,
      zoomReport([{ ...ada, name: 'Ada Sample (Host)', from: '14:00', to: '15:00' }]),
    );
    expect(second.counts).toMatchObject({ attended: 0, hosts: 1 });
    expect(await world.undo(session, second.import.id)).toMatchObject({ attended: 1, hosts: 0 });
  });

  it('makes a person of somebody who was host in the first report and is audience in the one that stays', async () => {
    const first = await world.import(session, zoomReport([{ ...ada, name: 'Ada Sample (Host)', ...whole }]));
    await world.import(session, zoomReport([{ ...ada, from: '14:00', to: '15:00' }]));
    expect(await world.undo(session, first.import.id)).toMatchObject({ attended: 1, guests: 0, hosts: 0 });
  });

  it('takes back where they are from, as far as that report alone said it', async () => {
    await world.import(session, table('', 'Water works'));
    // The clock stands still here, and the first report counts.
    await world.query(
      `UPDATE attendance_imports SET imported_at = imported_at - interval '1 hour' WHERE session_id = $1`,
      [session],
    );
    const second = await world.import(session, table('', 'City of Lviv', 'Lviv', 'Ukraine'));
    expect(await kept()).toEqual([
      { name: 'Ada Sample', organisation: 'Water works', city: 'Lviv', country: 'UA', role: 'attendee' },
    ]);
    await world.undo(session, second.import.id);
    expect(await kept()).toEqual([
      { name: 'Ada Sample', organisation: 'Water works', city: '', country: null, role: 'attendee' },
    ]);
  });

  it('takes it back where that report came first and the person is known by it alone', async () => {
    const first = await world.import(session, table('', 'City of Lviv', 'Lviv', 'Ukraine'));
    await world.import(session, zoomReport([{ ...ada, name: 'Ada S.', ...whole }]));
    await world.undo(session, first.import.id);
    expect(await kept()).toEqual([
      { name: 'Ada S.', organisation: '', city: '', country: null, role: 'attendee' },
    ]);
    expect(
      await world.query(`SELECT name, organisation, city, country FROM participants WHERE email_key = $1`, [
        ada.email,
      ]),
    ).toEqual([{ name: 'Ada S.', organisation: '', city: '', country: null }]);
  });

  it('keeps a role that staff set, whatever reports say and however they are undone', async () => {
    await world.import(session, zoomReport([{ ...ada, ...whole }]));
    await setRole('speaker');
    const second = await world.import(session, table('Host'));
    expect(second.counts).toMatchObject({ speakers: 1, hosts: 0 });
    expect(await world.undo(session, second.import.id)).toMatchObject({ speakers: 1, attended: 0 });
    expect(await world.attendees(session)).toMatchObject([{ role: 'speaker', isRoleByHand: true }]);
  });

  it('takes back a role that staff set: as reports say again, and for the next report too', async () => {
    await world.import(session, zoomReport([{ ...ada, name: 'Ada Sample (Host)', ...whole }]));
    expect(await setRole('attendee')).toMatchObject({ attended: 1, hosts: 0 });
    expect(await setRole('attendee', { isTakenBack: true })).toMatchObject({ attended: 0, hosts: 1 });
    expect(await world.attendees(session)).toMatchObject([{ role: 'host', isRoleByHand: false }]);
    expect(
      await world.query(`SELECT FROM attendance_decisions WHERE series_id = $1`, [world.seriesId]),
    ).toEqual([]);
  });

  it('takes back a role and leaves who somebody is said to be, and the other way round', async () => {
    const person = await world.aPerson('Ada Known', `known.${session}@city.example`);
    await world.import(session, zoomReport([{ name: 'Ada M', ...whole }]));
    const [guest] = await world.attendees(session);
    const match = (more: object) =>
      world.answer('post', figuresApiPaths.attendeeMatches(session), {
        attendeeIds: [guest?.id],
        participantId: person,
        ...more,
      });
    const decided = () =>
      world.query(`SELECT participant_id AS person, role FROM attendance_decisions WHERE series_id = $1`, [
        world.seriesId,
      ]);
    await match({});
    await setRole('host');
    await setRole('attendee', { isTakenBack: true });
    expect(await decided()).toEqual([{ person, role: null }]);
    expect(await world.attendees(session)).toMatchObject([{ participant: { id: person }, role: 'attendee' }]);
    await setRole('host');
    await match({ isTakenBack: true });
    expect(await decided()).toEqual([{ person: null, role: 'host' }]);
    expect(await world.attendees(session)).toMatchObject([{ participant: null, role: 'host' }]);
  });

  it('leaves those who were erased what they counted as, and keeps nothing that a report said of them', async () => {
    const [speaker] = await world.query<{ id: string }>(
      `INSERT INTO speakers (name, email) VALUES ('Dr. Ada Sample', $1) RETURNING id`,
      [ada.email],
    );
    await world.query(
      `INSERT INTO contributions (session_id, speaker_id, role, position, city) VALUES ($1, $2, 'speaker', 0, '')`,
      [session, speaker?.id],
    );
    const first = await world.import(session, table('', 'City of Lviv', 'Lviv', 'Ukraine'));
    expect(first.counts).toMatchObject({ attended: 0, speakers: 1 });
    await world.import(session, zoomReport([{ ...ada, ...whole }]));
    await world.query(
      `UPDATE attendees SET key = 'erased:' || id, name = '', email = '', organisation = '', organisation_trace = 't'
       WHERE session_id = $1`,
      [session],
    );
    expect(await world.undo(session, first.import.id)).toMatchObject({ attended: 0, speakers: 1 });
    expect(await kept()).toEqual([
      { name: '', organisation: '', city: 'Lviv', country: 'UA', role: 'speaker' },
    ]);
    expect(
      await world.query(
        `SELECT FROM attendee_mentions m JOIN attendees a ON a.id = m.attendee_id WHERE a.session_id = $1`,
        [session],
      ),
    ).toEqual([]);
  });
});

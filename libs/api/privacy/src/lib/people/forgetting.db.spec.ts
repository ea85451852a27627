import { randomUUID } from 'node:crypto';
import { privacyApiPaths, type PersonHoldings, type PrivacyRecord } from '@reihe/shared-figures';
import type { Page } from '@reihe/shared-contracts';
import { NOW, PrivacyWorld } from '../testing/privacy-world';
import { RETENTION_JOB } from '../retention/run-retention';
import { ErasePerson } from './erase-person';
import { Forgetting } from './forgetting.repository';
import { PersonRecords } from './person-records.repository';

describe('an address that nobody ever proved', () => {
  let world: PrivacyWorld;
  beforeAll(async () => {
    world = await PrivacyWorld.openWorld();
  });
  afterAll(() => world.close());

  it('is forgotten once nothing waits for it, unless a meeting report says that its person was there', async () => {
    const session = await world.aSession(await world.aSeries());
    const typed = await world.aPerson('typed@city.example', { verified_at: null });
    const came = await world.aPerson('came@city.example', { verified_at: null });
    const importId = await world.aReport(session);
    await world.anAttendee(session, { importId, name: 'Came Sample', participant_id: came });
    expect(await world.get(Forgetting).forgetUnproven(new Date(NOW))).toEqual([typed]);
    expect(await world.query(`SELECT id, email FROM participants WHERE erased_at IS NULL`)).toEqual([
      { id: came, email: 'came@city.example' },
    ]);
  });
});

describe('whoever leaves by themselves', () => {
  it('is on record as such, by no name', async () => {
    const world = await PrivacyWorld.openWorld();
    const person = await world.aPerson('leaving@city.example');
    await world.aRegistration(await world.aSession(await world.aSeries()), person);
    await world.get(ErasePerson).eraseThemselves(person);
    const { items } = await world.answer<Page<PrivacyRecord>>('get', privacyApiPaths.records);
    expect(items).toMatchObject([
      { kind: 'erase', subjectId: person, by: null, isByThemselves: true, counts: { registrations: 1 } },
    ]);
    expect(
      await world.query(`SELECT actor_kind, actor_id FROM audit_entries WHERE action = 'participant.erase'`),
    ).toEqual([{ actor_kind: 'participant', actor_id: person }]);
    await world.close();
  });
});

describe('whoever a meeting report names by their address, as a host or as nobody known', () => {
  let world: PrivacyWorld;
  let series: string;
  let session: string;
  let person: string;
  beforeAll(async () => {
    world = await PrivacyWorld.openWorld();
  });
  beforeEach(async () => {
    await world.query(
      `TRUNCATE participants, attendees, attendance_imports, sessions, series, retention_rules CASCADE`,
    );
    series = await world.aSeries();
    session = await world.aSession(series);
    person = await world.aPerson('ada.sample@city.example', { name: 'Ada Sample' });
    await world.aPerson('ada.older@city.example', { name: 'Ada Sample', merged_into_id: person });
    const importId = await world.aReport(session);
    const named = (email: string, role: string, name = 'Ada S.') =>
      world.anAttendee(session, { importId, name, email, role, key: `mail:${email}` });
    await named('ada.sample@city.example', 'host');
    await named('ada.older@city.example', 'attendee');
    await named('bo.sample@city.example', 'host', 'Bo S.');
    await world.row('attendance_decisions', {
      ...{ id: randomUUID(), series_id: series, key: 'mail:ada.older@city.example', participant_id: null },
      ...{ reason: 'Ada said so', decided_at: '2025-01-16T12:00:00Z' },
    });
    await world.recount();
  });
  afterAll(() => world.close());

  it('is shown and told that it stands there, of all their addresses', async () => {
    expect(await world.answer<PersonHoldings>('get', privacyApiPaths.person(person))).toMatchObject({
      held: { attendees: 2, lines: 2, decisions: 1 },
    });
    expect(await world.get(PersonRecords).everything(person)).toMatchObject({
      meetingReports: [
        {
          ...{ email: 'ada.older@city.example', role: 'attendee', minutesInAll: 60, countsAsAttended: true },
          asReportsSay: [{ name: 'Ada S.', email: 'ada.older@city.example', role: 'attendee' }],
        },
        { email: 'ada.sample@city.example', role: 'host', minutesInAll: 60, countsAsAttended: false },
      ],
      decisionsAboutNames: [{ nameInReports: 'mail:ada.older@city.example', reason: 'Ada said so' }],
    });
  });

  it('is erased with the person, and every figure stays', async () => {
    const before = await world.figures();
    await world.get(ErasePerson).erase(person, '', world.staff);
    expect(await world.traces(['ada.', 'ada s'])).toEqual([]);
    expect(await world.query(`SELECT email FROM attendees WHERE email <> ''`)).toEqual([
      { email: 'bo.sample@city.example' },
    ]);
    expect(await world.figures()).toEqual(before);
    await world.recount();
    expect(await world.figures()).toEqual(before);
    const { items } = await world.answer<Page<PrivacyRecord>>('get', privacyApiPaths.records);
    expect(items[0]).toMatchObject({ kind: 'erase', counts: { attendees: 2, decisions: 1 } });
  });

  it('stays for as long as its series says where the person goes for another one’s sake', async () => {
    const other = await world.aSeries();
    await world.aRegistration(await world.aSession(other), person);
    await world.answer('put', privacyApiPaths.seriesRule(other), {
      ...{ months: 12, countsFrom: 'series', version: 0, isOwn: true },
    });
    await world.byNight(RETENTION_JOB);
    expect(await world.query(`SELECT FROM participants WHERE erased_at IS NULL`)).toEqual([]);
    expect(await world.query(`SELECT FROM attendees WHERE name <> ''`)).toHaveLength(3);
  });
});

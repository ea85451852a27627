import { apiPaths } from '@reihe/shared-contracts';
import type {
  AddPerson,
  PeopleImportCheck,
  PeopleImportProgress,
  PeopleImportRequest,
  PeopleSheet,
} from '@reihe/shared-registration';
import { DeskApp } from '../testing/desk-app';

const ID = '00000000-0000-4000-8000-000000000001';

describe('people whom staff enter', () => {
  let desk: DeskApp;
  let session: string;

  const requestOf = (rows: string[][], change: Partial<PeopleImportRequest> = {}): PeopleImportRequest => ({
    sessionId: session,
    columns: ['name', 'email', 'organisation', 'city', 'country'],
    rows: rows.map((cells, at) => ({ line: at + 2, cells })),
    language: 'en',
    isQuiet: false,
    ...change,
  });
  const check = (request: PeopleImportRequest) =>
    desk.answer<PeopleImportCheck>('post', apiPaths.peopleCheck, request);
  async function run(request: PeopleImportRequest): Promise<PeopleImportProgress[]> {
    const { text } = await desk.call('post', apiPaths.importPeople, request).buffer(true);
    return text
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as PeopleImportProgress);
  }
  const many = (count: number, wrong: readonly number[] = []) =>
    Array.from({ length: count }, (_, at) => [
      `Person ${at}`,
      wrong.includes(at) ? 'no address' : `person-${at}@city.example`,
      'City',
      'Lviv',
      'Ukraine',
    ]);

  beforeAll(async () => {
    desk = await DeskApp.openDesk();
    session = await desk.aSession(await desk.aSeries());
    const known = await desk.aPerson({ email: 'known@city.example' });
    await desk.aRegistration({ sessionId: session, participantId: known });
    const merged = await desk.aPerson({ email: 'old@city.example' });
    await desk.query(`UPDATE participants SET merged_into_id = $1 WHERE id = $2`, [known, merged]);
  });
  beforeEach(() => {
    desk.seats.added.length = 0;
    desk.seats.addition = () => ({
      id: ID,
      participantId: ID,
      state: 'confirmed',
      place: null,
      wasRegistered: false,
    });
  });
  afterAll(() => desk.close());

  it('come one by one through a form, told or not', async () => {
    const person: AddPerson = {
      sessionId: session,
      name: 'Sample\u202e Person',
      email: 'sample@city.example',
      organisation: '',
      position: '',
      city: '',
      country: 'UA',
      language: 'en',
      timeZone: 'Europe/Kyiv',
      accessibilityNeeds: '',
      isQuiet: true,
    };
    expect(await desk.answer('post', apiPaths.addPerson, person)).toMatchObject({ state: 'confirmed' });
    expect(desk.seats.added).toMatchObject([
      {
        origin: 'staff',
        options: { isQuiet: true },
        people: [{ name: 'Sample Person', sessionId: session }],
      },
    ]);
    expect(await desk.problem('post', apiPaths.addPerson, { ...person, email: 'x' })).toMatchObject({
      fields: [{ path: 'email', code: 'wrong-format' }],
    });
    expect(await desk.problem('post', apiPaths.addPerson, { ...person, sessionId: ID })).toMatchObject({
      code: 'session.not-found',
    });
  });

  it('come by a file, whose headings are understood in English and German', async () => {
    const text =
      'Vorname;Nachname;E-Mail-Adresse;Einrichtung;Funktion;Ort;Land\r\nÄnne;Straße;a@b.example;Amt;;Köln;DE';
    const response = await desk
      .call('post', apiPaths.peopleFile)
      .attach('file', Buffer.from(text, 'latin1'), 'people.csv');
    expect(response.body as PeopleSheet).toMatchObject({
      encoding: 'windows-1252',
      guessed: ['firstName', 'lastName', 'email', 'organisation', 'position', 'city', 'country'],
      rows: [{ line: 2, cells: ['Änne', 'Straße', 'a@b.example', 'Amt', '', 'Köln', 'DE'] }],
    });
  });

  it('are told row by row: what is wrong, who stands there twice, who is registered already', async () => {
    const { rows, ready } = await check(
      requestOf([
        ['Right', 'right@city.example', 'City', 'Lviv', 'Deutschland'],
        ['', 'nobody@city.example', 'City', 'Lviv', 'UA'],
        ['Twice', 'RIGHT@city.example', 'City', 'Lviv', 'UA'],
        ['Known', 'Known@City.example', 'City', 'Lviv', 'UA'],
        ['Merged', 'old@city.example', 'City', 'Lviv', 'UA'],
        ['x'.repeat(10_240), 'long@city.example', 'City', 'Lviv', 'Nowhere'],
      ]),
    );
    expect(ready).toBe(1);
    expect(rows.map(({ problems }) => problems.map(({ field, code }) => `${field} ${code}`))).toEqual([
      [],
      ['name required'],
      ['email twice'],
      ['email already-there'],
      ['email twice', 'email already-there'],
      ['name too-long', 'country unknown'],
    ]);
    expect(rows[0]).toMatchObject({ country: 'DE' });
    expect(rows[2]?.problems[0]).toMatchObject({ column: 1, otherLine: 2 });
    expect(rows[5]?.problems[0]?.value.length).toBeLessThan(100);
  });

  it('all come or none: of three hundred with three bad rows the three are told by their lines', async () => {
    const request = requestOf(many(300, [10, 150, 299]));
    const told = (await check(request)).rows.filter(({ problems }) => problems.length > 0);
    expect(told.map(({ line }) => line)).toEqual([12, 152, 301]);
    expect(await desk.problem('post', apiPaths.importPeople, request)).toMatchObject({
      status: 409,
      code: 'import.refused',
      details: { lines: [12, 152, 301] },
    });
    expect(desk.seats.added).toEqual([]);
    const lines = await run(requestOf(many(300)));
    expect(lines[0]).toEqual({ kind: 'progress', done: 20, total: 300 });
    expect(lines.at(-1)).toEqual({
      kind: 'done',
      result: { confirmed: 300, waitlisted: 0, awaiting: 0, wasRegistered: 0 },
    });
    const people = desk.seats.added.flatMap((step) => step.people.map(({ name }) => name));
    expect(people).toEqual(Array.from({ length: 300 }, (_, at) => `Person ${at}`));
  });

  it('are not there when it fails half way, and it is said', async () => {
    let seen = 0;
    desk.seats.addition = () => {
      seen += 1;
      if (seen > 30) throw new Error('gone');
      return { id: ID, participantId: ID, state: 'confirmed', place: null, wasRegistered: false };
    };
    expect((await run(requestOf(many(40)))).at(-1)).toMatchObject({ kind: 'failed' });
  });

  it('take what the sheet does not say from what was chosen for all', async () => {
    await run(
      requestOf([['Sample', 's@city.example', '', '', '']], { country: 'BR', language: 'de', isQuiet: true }),
    );
    expect(desk.seats.added).toMatchObject([
      {
        origin: 'import',
        options: { isQuiet: true },
        people: [{ country: 'BR', language: 'de', timeZone: 'Europe/Berlin' }],
      },
    ]);
  });
});

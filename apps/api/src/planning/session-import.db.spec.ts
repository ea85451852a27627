import { API_BASE, apiPaths, type SessionListItem, type Page } from '@reihe/shared-contracts';
import type {
  ImportCheck,
  ImportProgress,
  ImportRequest,
  ImportResult,
  SheetTable,
  UndoImportResult,
} from '@reihe/shared-planning';
import { aSaveSeries, aSaveSession, FixedClock, saveSessionOf } from '@reihe/shared-testing';
import { PlanningApp } from './testing/planning-app';

describe('an import of sessions', () => {
  let app: PlanningApp;
  let seriesId: string;

  const upload = async (bytes: Uint8Array, name = 'sessions.csv') => {
    const answer = await app
      .http('post', API_BASE + apiPaths.importFile)
      .attach('file', Buffer.from(bytes), name);
    return { status: answer.status, table: answer.body as SheetTable };
  };
  const requestOf = (table: SheetTable, change: Partial<ImportRequest> = {}): ImportRequest => ({
    columns: table.guessed,
    rows: table.rows,
    seriesId,
    ...change,
  });
  const check = (request: ImportRequest) => app.answer<ImportCheck>('post', apiPaths.importCheck, request);
  const run = async (request: ImportRequest): Promise<ImportProgress[]> => {
    const { text } = await app.call('post', apiPaths.importSessions, request).buffer(true);
    return text
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as ImportProgress);
  };
  const resultOf = (lines: ImportProgress[]): ImportResult => {
    const last = lines.at(-1);
    if (last?.kind !== 'done') throw new Error(`It ended in ${JSON.stringify(last)}.`);
    return last.result;
  };
  const count = async () =>
    (await app.answer<Page<SessionListItem>>('get', `${apiPaths.sessions}?pageSize=1`)).total;
  const sheet = (...rows: string[]) => Buffer.from(['Title;Datum;Start;Ende;Zeitzone', ...rows].join('\n'));

  beforeAll(async () => {
    app = await PlanningApp.openAt(new FixedClock('2026-09-01T08:00:00Z'));
    seriesId = (await app.aSeries(aSaveSeries())).id;
  });
  afterEach(async () => {
    await app.query(`DELETE FROM sessions`);
  });
  afterAll(() => app.close());

  it('reads a file in an old encoding, tells each row what is wrong, and imports what was mended', async () => {
    const bytes = Buffer.from(
      'Title;Datum;Start;Ende;Zeitzone\nStädte;6.10.2026;14:00;15:00;Europe/Berln\nMärkte;7.10.2026;14:00;13:00;\n',
      'latin1',
    );
    const { table } = await upload(bytes);
    expect(table).toMatchObject({ encoding: 'windows-1252', separator: ';' });
    const request = requestOf(table);
    expect(await check(request)).toMatchObject({
      ready: 0,
      rows: [
        { line: 2, problems: [{ column: 4, code: 'unknown', suggestions: ['Europe/Berlin'] }] },
        { line: 3, problems: [{ column: 3, code: 'end-before-start' }] },
      ],
    });
    expect(await app.problem('post', apiPaths.importSessions, request)).toMatchObject({
      code: 'import.refused',
      details: { lines: [2, 3] },
    });
    const [first, second] = table.rows;
    const mended = [
      { line: 2, cells: first?.cells.with(4, 'Europe/Berlin') ?? [] },
      { line: 3, cells: second?.cells.with(3, '16:00') ?? [] },
    ];
    const { sessions } = resultOf(await run({ ...request, rows: mended }));
    expect(sessions.map(({ title }) => title)).toEqual(['Städte', 'Märkte']);
    const session = await app.session(sessions[0]?.id ?? '');
    expect(session).toMatchObject({
      state: 'draft',
      slug: 'staedte',
      startsLocal: '2026-10-06T14:00',
      startsAt: '2026-10-06T12:00:00Z',
    });
    const audit = await app.query<{ action: string }>(
      `SELECT action FROM audit_entries WHERE subject_id = ANY ($1::uuid[])`,
      [sessions.map(({ id }) => id)],
    );
    expect(audit.map(({ action }) => action)).toEqual(['session.create', 'session.create']);
  });

  it('takes pasted cells, and formulas for texts', async () => {
    const text = 'Title\tStart\tEnd\n=cmd|calc\t2026-10-06 14:00\t15:00';
    const table = await app.answer<SheetTable>('post', apiPaths.importText, { text });
    expect(table).toMatchObject({ separator: '\t', formulas: [{ line: 2, column: 0 }] });
    const { sessions } = resultOf(await run(requestOf(table)));
    expect(sessions[0]?.title).toBe('=cmd|calc');
  });

  it('meets its own sessions when the same file comes again, and says where they are', async () => {
    const { table } = await upload(sheet('Water;6.10.2026;14:00;15:00;', 'Heat;7.10.2026;14:00;15:00;'));
    const { sessions } = resultOf(await run(requestOf(table)));
    const again = await check(requestOf(table));
    expect(again.ready).toBe(0);
    expect(again.rows.map(({ problems }) => problems)).toMatchObject(
      sessions.map(({ id }) => [{ code: 'already-there', sessionId: id }]),
    );
    expect((await app.problem('post', apiPaths.importSessions, requestOf(table))).code).toBe(
      'import.refused',
    );
    expect(await count()).toBe(2);
  });

  it('keeps nothing when it fails in the middle, and says so in its stream', async () => {
    await app.query(`
      CREATE FUNCTION fail_for_spec() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'broken'; END $$;
      CREATE TRIGGER fail_for_spec BEFORE INSERT ON sessions FOR EACH ROW WHEN (NEW.slug = 'heat') EXECUTE FUNCTION fail_for_spec()`);
    const { table } = await upload(sheet('Water;6.10.2026;14:00;15:00;', 'Heat;7.10.2026;14:00;15:00;'));
    const lines = await run(requestOf(table));
    await app.query(`DROP TRIGGER fail_for_spec ON sessions; DROP FUNCTION fail_for_spec`);
    expect(lines).toMatchObject([
      { kind: 'progress', done: 1, total: 2 },
      { kind: 'failed', problem: { code: 'server.error' } },
    ]);
    expect(JSON.stringify(lines)).not.toContain('broken');
    expect(await count()).toBe(0);
  });

  it('asks of a row which of two equal times is meant, and takes the answer', async () => {
    const { table } = await upload(sheet('Night;25.10.2026;02:30;04:00;'));
    const request = requestOf(table);
    expect((await check(request)).rows[0]?.problems).toMatchObject([
      { code: 'time-ambiguous', suggestions: ['2026-10-25T00:30:00.000Z', '2026-10-25T01:30:00.000Z'] },
    ]);
    const answered = table.rows.map((row) => ({ ...row, clockChoice: 'later' as const }));
    const { sessions } = resultOf(await run({ ...request, rows: answered }));
    expect((await app.session(sessions[0]?.id ?? '')).startsAt).toBe('2026-10-25T01:30:00Z');
  });

  it('is undone as far as nobody has touched it', async () => {
    const { table } = await upload(
      sheet('Water;6.10.2026;14:00;15:00;', 'Heat;7.10.2026;14:00;15:00;', 'Wind;8.10.2026;14:00;15:00;'),
    );
    const { sessions } = resultOf(await run(requestOf(table)));
    const [water, heat] = sessions;
    const touched = await app.session(water?.id ?? '');
    await app.answer('put', apiPaths.session(touched.id), { ...saveSessionOf(touched), capacity: 5 });
    await app.answer('post', apiPaths.publishSession(heat?.id ?? ''), { version: heat?.version });
    const body = { sessions: sessions.map(({ id, version }) => ({ id, version })) };
    expect(await app.answer<UndoImportResult>('post', apiPaths.undoImport, body)).toEqual({
      removed: 1,
      kept: [water?.id, heat?.id],
    });
    expect(await count()).toBe(2);
    const removed = await app.query(
      `SELECT FROM audit_entries WHERE subject_id = $1 AND action = 'session.remove'`,
      [sessions[2]?.id],
    );
    expect(removed).toHaveLength(1);
  });

  it('of 500 rows is checked in two statements and written in one transaction, telling how far it is', async () => {
    const rows = Array.from(
      { length: 500 },
      (_, index) => `Session ${index};${(index % 28) + 1}.${(index % 12) + 1}.2026;14:00;15:00;Europe/Berlin`,
    );
    const { table } = await upload(sheet(...rows));
    const request = requestOf(table);
    const asked = await app.statementsOf(() => check(request));
    expect(asked).toHaveLength(2);
    let lines: ImportProgress[] = [];
    const statements = await app.statementsOf(async () => {
      lines = await run(request);
    });
    expect(lines).toHaveLength(501);
    expect(lines[249]).toEqual({ kind: 'progress', done: 250, total: 500 });
    expect(statements.filter((sql) => sql.startsWith('START TRANSACTION'))).toHaveLength(1);
    expect(await count()).toBe(500);
  });

  it('refuses what is no table, none at all, and whoever may not write', async () => {
    expect((await upload(Buffer.from('%PDF-1.7\0\0\0'))).status).toBe(422);
    expect((await app.call('post', apiPaths.importFile)).status).toBe(400);
    expect((await upload(Buffer.alloc(6_000_000, 'x'))).status).toBe(413);
    const session = await app.aSession(aSaveSession({ seriesId }), 'draft');
    const body = { columns: ['title.en'], rows: [{ line: 2, cells: ['Water'] }] };
    expect((await app.call('post', apiPaths.importCheck, { ...body, columns: ['owner'] })).status).toBe(400);
    expect(
      (await app.call('post', apiPaths.importCheck, { ...body, rows: [{ line: 2, cells: [7] }] })).status,
    ).toBe(400);
    app.user = { ...app.staff, roles: ['editor'] };
    const undo = { sessions: [{ id: session.id, version: session.version }] };
    for (const [path, sent] of [
      [apiPaths.importText, { text: 'Title\nWater' }],
      [apiPaths.importCheck, body],
      [apiPaths.importSessions, body],
      [apiPaths.undoImport, undo],
    ] as const)
      expect((await app.call('post', path, sent)).status).toBe(403);
    app.user = app.staff;
    const template = await app.call('get', `${apiPaths.importTemplate}?lang=de`);
    expect(template.text).toContain('"Titel (Deutsch)";');
    expect(template.headers['content-type']).toContain('text/csv');
  });
});

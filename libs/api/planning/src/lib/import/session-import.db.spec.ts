import { randomUUID } from 'node:crypto';
import { Injectable, type DynamicModule } from '@nestjs/common';
import { Database } from '@reihe/api-persistence';
import { FeatureApp, SessionWriter, type KnownTimes } from '@reihe/api-platform';
import { apiPaths, type Me, type SaveSession } from '@reihe/shared-contracts';
import type { ImportCheck, ImportProgress, ImportRequest, UndoImportResult } from '@reihe/shared-planning';
import { FixedClock } from '@reihe/shared-testing';
import { PlanningModule } from '../planning.module';

/** Writes rows, and remembers what it was told of them. */
@Injectable()
class RowWriter {
  readonly bodies: SaveSession[] = [];

  constructor(private readonly database: Database) {}

  async create(body: SaveSession, _staff: Me, known?: KnownTimes) {
    const id = randomUUID();
    this.bodies.push(body);
    await this.database.query(
      `INSERT INTO sessions (id, series_id, slug, state, kind, starts_at, ends_at, starts_local, ends_local, time_zone, languages)
       VALUES ($1, $2, $3, 'draft', $4, $5, $6, $7, $8, $9, '{en}')`,
      [
        id,
        body.seriesId,
        body.slug,
        body.kind,
        known?.startsAt,
        known?.endsAt,
        body.startsLocal,
        body.endsLocal,
        known?.timeZone,
      ],
    );
    return { id, version: 1 };
  }

  async removeDraft(id: string): Promise<boolean> {
    const removed = await this.database.query(
      `WITH removed AS (DELETE FROM sessions WHERE id = $1 RETURNING id) SELECT id FROM removed`,
      [id],
    );
    return removed.length === 1;
  }
}

function writingRows(): DynamicModule {
  return {
    module: class Writers {},
    global: true,
    providers: [RowWriter, { provide: SessionWriter, useExisting: RowWriter }],
    exports: [SessionWriter, RowWriter],
  };
}

describe('what an import makes', () => {
  let app: FeatureApp;
  let seriesId: string;
  const query = <Row>(sql: string, parameters: unknown[] = []) =>
    app.database.dataSource.query<Row[]>(sql, parameters);

  async function aSeries(title: string): Promise<string> {
    const id = randomUUID();
    await query(
      `INSERT INTO series (id, slug, starts_on, ends_on, default_language, time_zone)
       VALUES ($1, $2, '2026-01-01', '2026-12-31', 'en', 'Europe/Berlin')`,
      [id, title.toLowerCase()],
    );
    await query(`INSERT INTO series_translations (series_id, language, title) VALUES ($1, 'en', $2)`, [
      id,
      title,
    ]);
    return id;
  }
  const requestOf = (rows: string[][], clockChoice?: 'earlier' | 'later'): ImportRequest => ({
    columns: ['title.en', 'date', 'starts', 'duration', 'series'],
    seriesId,
    rows: rows.map((cells, at) => ({ line: at + 2, cells, ...(clockChoice && { clockChoice }) })),
  });
  const check = (request: ImportRequest) => app.answer<ImportCheck>('post', apiPaths.importCheck, request);
  async function run(request: ImportRequest): Promise<{ id: string; version: number }[]> {
    const { text } = await app.call('post', apiPaths.importSessions, request).buffer(true);
    const last = JSON.parse(text.trim().split('\n').at(-1) ?? '') as ImportProgress;
    if (last.kind !== 'done') throw new Error(text);
    return last.result.sessions.map(({ id, version }) => ({ id, version }));
  }
  const undo = (sessions: { id: string; version: number }[]) =>
    app.answer<UndoImportResult>('post', apiPaths.undoImport, { sessions });

  beforeAll(async () => {
    app = await FeatureApp.open({
      clock: new FixedClock('2026-09-01T08:00:00Z'),
      modules: [writingRows(), PlanningModule],
    });
    seriesId = await aSeries('Water');
    await aSeries('Heat');
  });
  afterEach(async () => {
    app.user = app.staff;
    await query(`DELETE FROM sessions`);
  });
  afterAll(() => app.close());

  it.each([
    ['into the hour that comes twice', '01:30', undefined, '2026-10-24T23:30:00Z', '2026-10-25T00:30:00Z'],
    ['whatever was answered', '01:30', 'later', '2026-10-24T23:30:00Z', '2026-10-25T00:30:00Z'],
    ['from one to the other', '02:30', 'earlier', '2026-10-25T00:30:00Z', '2026-10-25T01:30:00Z'],
    ['out of it', '02:30', 'later', '2026-10-25T01:30:00Z', '2026-10-25T02:30:00Z'],
  ] as const)('lasts as long as it was checked to, %s', async (_how, start, choice, startsAt, endsAt) => {
    const request = requestOf([['Night', '25.10.2026', start, '60 min', 'Water']], choice);
    const instants = [new Date(startsAt), new Date(endsAt)];
    const [row] = (await check(request)).rows;
    expect([row?.startsAt, row?.endsAt]).toEqual(instants.map((at) => at.toISOString()));
    await run(request);
    const [stored] = await query<{ starts_at: Date; ends_at: Date }>(
      `SELECT starts_at, ends_at FROM sessions`,
    );
    expect([stored?.starts_at, stored?.ends_at]).toEqual(instants);
    // The answer was for the start alone: whoever resolves the end by it gets another one.
    expect(app.get(RowWriter).bodies.at(-1)).not.toHaveProperty('clockChoice');
  });

  it('is undone over several series', async () => {
    const made = await run(
      requestOf([
        ['Pipes', '6.10.2026', '14:00', '60', 'Water'],
        ['Shade', '7.10.2026', '14:00', '60', 'Heat'],
        ['Wells', '8.10.2026', '14:00', '60', 'Water'],
      ]),
    );
    expect(await undo(made)).toEqual({ removed: 3, kept: [] });
    expect(await query(`SELECT FROM sessions`)).toEqual([]);
  });

  it('is all that undoing it removes: not what was changed, not of others, not what came to be otherwise', async () => {
    const [changed, own] = await run(
      requestOf([
        ['Pipes', '6.10.2026', '14:00', '60', 'Water'],
        ['Wells', '8.10.2026', '14:00', '60', 'Water'],
      ]),
    );
    app.user = await app.as('administrator');
    const [others] = await run(requestOf([['Shade', '7.10.2026', '14:00', '60', 'Heat']]));
    app.user = app.staff;
    const byHand = { id: randomUUID(), version: 1 };
    await query(
      `INSERT INTO sessions (id, series_id, slug, state, kind, starts_at, ends_at, starts_local, ends_local, time_zone, languages)
       VALUES ($1, $2, 'by-hand', 'draft', 'exchange', '2026-10-09T12:00Z', '2026-10-09T13:00Z', '2026-10-09T12:00', '2026-10-09T13:00', 'UTC', '{en}')`,
      [byHand.id, seriesId],
    );
    if (!changed || !own || !others) throw new Error('Something was not made.');
    await query(`UPDATE sessions SET version = 2 WHERE id = $1`, [changed.id]);
    expect(await undo([{ ...changed, version: 2 }, own, others, byHand])).toEqual({
      removed: 1,
      kept: [changed.id, others.id, byHand.id],
    });
  });
});

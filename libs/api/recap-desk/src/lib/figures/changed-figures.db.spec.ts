import { register } from '@reihe/api-sample-records';
import {
  FIGURE_ROUNDINGS,
  figureKey,
  roundedCount,
  type Count,
  type FigureRequest,
  type FigureRounding,
  type Page,
} from '@reihe/shared-contracts';
import {
  boardPaths,
  recapFiguresPaths,
  type BoardCard,
  type FigureChange,
  type FiguresMode,
  type RecapFigures,
} from '@reihe/shared-editorial';
import { FixedClock } from '@reihe/shared-testing';
import fc from 'fast-check';
import { DeskWorld } from '../testing/desk-world';
import { TellChangedFigures } from './tell-changed-figures';

type Placed = FigureRequest & { rounding?: FigureRounding };

describe('figures that are not what they were', () => {
  const clock = new FixedClock('2026-11-29T08:00:00Z');
  let desk: DeskWorld;
  let seriesId: string;
  let first: string;
  let second: string;
  let selection: Placed;

  const query = <T>(sql: string, values: unknown[] = []) => desk.database.dataSource.query<T>(sql, values);
  const add = (people: number, sessionId = first) => register(desk.database.dataSource, sessionId, people);
  const stated = (value: number) =>
    query(
      `INSERT INTO stated_counts (session_id, measure, value, origin, source, stated_on)
       VALUES ($1, 'attended', $2, 'reported', 'host', '2026-11-01')
       ON CONFLICT (session_id, measure, origin) WHERE session_id IS NOT NULL DO UPDATE SET value = $2`,
      [first, value],
    );
  const ofFigure = (rounding?: FigureRounding): Placed => ({
    ...{ measure: 'attended', sessionId: first },
    ...(rounding && { rounding }),
  });

  /** As publishing leaves it. */
  const publish = async (figures: FiguresMode, placed: Placed[], ownerId: string | null = null) => {
    const attrs = placed.map((figure) => ({ type: 'figureValue', attrs: figure }));
    const body = { type: 'doc', content: [{ type: 'paragraph', content: attrs }] };
    const id = await desk.database.dataSource.transaction(async (store) => {
      const [recap] = await store.query<{ id: string }[]>(
        `INSERT INTO recaps (series_id, state, published_on, current_revision, published_version, figures)
         VALUES ($1, 'published', '2026-11-29', 1, 1, $2) RETURNING id`,
        [seriesId, figures],
      );
      const [revision] = await store.query<{ id: string }[]>(
        `INSERT INTO recap_revisions (recap_id, number, byline, gallery, session_ids, category_ids, region_ids)
         VALUES ($1, 1, '', '{}', ARRAY[$2, $3]::uuid[], '{}', '{}') RETURNING id`,
        [recap?.id, first, second],
      );
      for (const language of ['en', 'de']) {
        await store.query(
          `INSERT INTO recap_translations (recap_id, language, title, body) VALUES ($1, $2, $2 || ' title', $3)`,
          [recap?.id, language, JSON.stringify(body)],
        );
        await store.query(
          `INSERT INTO recap_revision_translations (revision_id, language, title, lead, body, seo_title, seo_description)
           VALUES ($1, $2, 'T', '', $3, '', '')`,
          [revision?.id, language, JSON.stringify(body)],
        );
      }
      await store.query(
        `UPDATE recap_revisions SET figures = $2, figure_values = revision_figures(id), session_values = '{}' WHERE id = $1`,
        [revision?.id, figures],
      );
      return recap?.id ?? '';
    });
    if (ownerId)
      await query(`INSERT INTO recap_assignments (recap_id, owner_id) VALUES ($1, $2)`, [id, ownerId]);
    return id;
  };
  const figuresOf = (id: string) => desk.answer<RecapFigures>('get', recapFiguresPaths.figures(id));
  const changes = async (id: string) =>
    (await figuresOf(id)).changes.map(({ before, now }) => [before?.value ?? null, now?.value ?? null]);
  const keep = (id: string, seen: FigureChange[], revision = 1) =>
    desk.answer<RecapFigures>('post', recapFiguresPaths.keep(id), {
      revision,
      seen: Object.fromEntries(seen.map((change) => [figureKey(change), change.now?.value ?? null])),
    });
  const lackOf = async (id: string, filter = '') =>
    (await desk.answer<Page<BoardCard>>('get', `${boardPaths.cards}?series=${seriesId}&${filter}`)).items
      .find((card) => card.id === id)
      ?.lacks.find(({ what }) => what === 'figures');

  beforeAll(async () => {
    desk = await DeskWorld.openAt(clock);
  });
  beforeEach(async () => {
    clock.set('2026-11-29T08:00:00Z');
    seriesId = await desk.aSeries();
    first = await desk.aSession(seriesId, '2026-10-01');
    second = await desk.aSession(seriesId, '2026-10-08');
    selection = { measure: 'participants', sessionId: null, sessionIds: [first, second] };
    await query(`DELETE FROM outbox_messages`);
    await query(`DELETE FROM recap_figure_digests`);
  });
  afterAll(() => desk.close());

  it('are told where they are frozen: what readers see, what the records say, and of which sessions', async () => {
    await add(3);
    const id = await publish('frozen', [selection]);
    expect(await figuresOf(id)).toMatchObject({ revision: 1, mode: 'frozen', changes: [] });
    expect(await lackOf(id)).toBeUndefined();
    await add(2, second);
    const { changes: told } = await figuresOf(id);
    expect(told).toMatchObject([
      {
        ...{ measure: 'participants', sessionId: null, rounding: 'exact' },
        ...{ before: { value: 3 }, now: { value: 5, origin: 'counted' } },
      },
    ]);
    expect(told[0]?.sessionIds).toEqual([first, second].sort());
    expect(told[0]?.sessionTitles).toHaveLength(2);
    expect(await lackOf(id)).toEqual({ what: 'figures', languages: [], count: 1 });
    expect(await lackOf(id, 'lack=figures')).toBeDefined();
    // A card says all that its recap lacks, whichever of it was asked for.
    expect(await lackOf(id, 'lack=photo')).toEqual({ what: 'figures', languages: [], count: 1 });
    expect(await lackOf(id, 'lack=credit')).toBeUndefined();
  });

  it('are told as they are rounded: who reads "more than 40" is not wrong with 43', async () => {
    await stated(41);
    const id = await publish('frozen', [ofFigure('tens'), ofFigure()]);
    await stated(43);
    expect((await figuresOf(id)).changes.map(({ rounding }) => rounding)).toEqual(['exact']);
    await stated(51);
    expect((await figuresOf(id)).changes.map(({ rounding }) => rounding)).toEqual(['exact', 'tens']);
  });

  it('are told where they are live once they are more than a step away, for the words around may not fit any more', async () => {
    await stated(41);
    const id = await publish('live', [ofFigure('tens')]);
    await stated(51);
    expect(await changes(id)).toEqual([]);
    await stated(52);
    expect(await changes(id)).toEqual([[41, 52]]);
    await stated(30);
    expect(await changes(id)).toEqual([[41, 30]]);
  });

  it.each(['live', 'frozen'] as const)(
    'are told where a record comes or goes, where they are %s',
    async (mode) => {
      const none = await publish(mode, [ofFigure()]);
      await stated(5);
      expect(await changes(none)).toEqual([[null, 5]]);
      const some = await publish(mode, [ofFigure()]);
      await query(`DELETE FROM stated_counts WHERE session_id = $1`, [first]);
      expect(await changes(some)).toEqual([[5, null]]);
      expect(await changes(none)).toEqual([]);
    },
  );

  it('are told no more once somebody kept what is published, and again when they change again', async () => {
    await stated(40);
    const id = await publish('frozen', [ofFigure()]);
    await stated(45);
    const { changes: seen } = await figuresOf(id);
    expect((await keep(id, seen)).changes).toEqual([]);
    expect(await lackOf(id)).toBeUndefined();
    await stated(46);
    expect(await changes(id)).toEqual([[40, 46]]);
    // What was looked at before is not what is kept now.
    expect((await keep(id, seen)).changes).toHaveLength(1);
    await stated(40);
    expect(await changes(id)).toEqual([]);
    const [entry] = await query<object[]>(
      `SELECT actor_id, after FROM audit_entries WHERE subject_id = $1 AND action = 'recap.keep-figures' ORDER BY id LIMIT 1`,
      [id],
    );
    expect(entry).toMatchObject({
      actor_id: desk.staff.id,
      after: { revision: 1, kept: { [`attended:${first}`]: { value: 45 } } },
    });
  });

  it('are measured from what was kept where they are live', async () => {
    await stated(40);
    const id = await publish('live', [ofFigure('tens')]);
    await stated(55);
    await keep(id, (await figuresOf(id)).changes);
    await stated(65);
    expect(await changes(id)).toEqual([]);
    await stated(44);
    expect(await changes(id)).toEqual([[40, 44]]);
  });

  it('are kept of the revision that was looked at, by who writes recaps', async () => {
    await stated(40);
    const id = await publish('frozen', [ofFigure()]);
    const body = { revision: 2, seen: {} };
    const path = recapFiguresPaths.keep(id);
    expect(await desk.problem('post', path, body)).toMatchObject({ status: 409, code: 'version.outdated' });
    expect((await desk.problem('get', recapFiguresPaths.figures(seriesId))).code).toBe('recap.not-found');
    desk.user = await desk.as('organiser');
    try {
      expect((await desk.problem('post', path, { ...body, revision: 1 })).code).toBe('auth.forbidden');
    } finally {
      desk.user = desk.staff;
    }
  });

  it('are nothing of archived recaps, of drafts, and of revisions whose values nobody kept', async () => {
    await stated(40);
    const [archived, older] = [await publish('frozen', [ofFigure()]), await publish('live', [ofFigure()])];
    await query(`UPDATE recaps SET state = 'archived' WHERE id = $1`, [archived]);
    await query(`UPDATE recap_revisions SET figure_values = NULL WHERE recap_id = $1`, [older]);
    await stated(90);
    expect([await changes(archived), await changes(older)]).toEqual([[], []]);
    const draft = await desk.aRecap(seriesId, [first]);
    expect(await figuresOf(draft)).toEqual({ revision: null, mode: 'live', takenAt: null, changes: [] });
  });

  it('are rounded by the database as by the reader’s page', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 0, max: 5_000 }),
        fc.boolean(),
        fc.constantFrom(...FIGURE_ROUNDINGS),
        async (value, isAtLeast, rounding) => {
          const count: Count = {
            ...{ measure: 'attended', value, origin: 'counted', isAtLeast, source: null, statedOn: null },
          };
          const [row] = await query<{ said: string }[]>(`SELECT rounded_count($1, $2) AS said`, [
            JSON.stringify(count),
            rounding,
          ]);
          const rounded = roundedCount(count, rounding);
          expect(row?.said).toBe(`${rounded.value} ${rounded.isAtLeast}`);
        },
      ),
      { numRuns: 200 },
    );
  });

  describe('and their owner', () => {
    const tell = () => desk.get(TellChangedFigures).tell();
    const mails = () =>
      query<{ template: string; to_address: string; subject: string; text: string }[]>(
        `SELECT template, to_address, subject, text FROM outbox_messages`,
      );
    const nextDay = () => {
      clock.set(new Date(clock.now().getTime() + 86_400_000).toISOString());
    };

    it('is told of all their recaps in one mail, once', async () => {
      await stated(40);
      const owner = await desk.aColleague(`Owner-${seriesId.slice(0, 6)}`);
      await publish('frozen', [ofFigure(), ofFigure('tens')], owner);
      await publish('live', [ofFigure()], owner);
      await publish('live', [ofFigure()]);
      expect(await tell()).toBe(0);
      await stated(60);
      const [one, other] = await Promise.all([tell(), tell()]);
      expect([one, other].sort()).toEqual([0, 1]);
      const [mail, ...more] = await mails();
      expect(more).toEqual([]);
      expect(mail).toMatchObject({
        template: 'recap-figures-changed',
        to_address: expect.stringMatching(/^owner-/) as string,
        subject: 'Figures in published recaps have changed',
      });
      expect(mail?.text.match(/en title/g)).toHaveLength(2);
      expect(mail?.text).toMatch(
        /2 figures have changed[\s\S]*One figure has changed|One figure has changed[\s\S]*2 figures have changed/,
      );
      nextDay();
      expect(await tell()).toBe(0);
    });

    it('is told again when they change again, the next day at the earliest; not of what was kept', async () => {
      await stated(40);
      const owner = await desk.aColleague(`Again-${seriesId.slice(0, 6)}`);
      const id = await publish('frozen', [ofFigure()], owner);
      await stated(60);
      expect(await tell()).toBe(1);
      await stated(70);
      expect(await tell()).toBe(0);
      nextDay();
      expect(await tell()).toBe(1);
      await stated(80);
      await keep(id, (await figuresOf(id)).changes);
      nextDay();
      expect(await tell()).toBe(0);
    });

    it('is not told where the rules of the series say so, and where they are gone', async () => {
      await stated(40);
      const owner = await desk.aColleague(`Quiet-${seriesId.slice(0, 6)}`);
      await publish('frozen', [ofFigure()], owner);
      await stated(60);
      const rules = { version: 0, makesDrafts: true, dueAfterDays: 14, titlePatterns: {} };
      await desk.answer('put', boardPaths.rules(seriesId), { ...rules, tellsFigures: false });
      expect(await tell()).toBe(0);
      await desk.answer('put', boardPaths.rules(seriesId), { ...rules, version: 1, tellsFigures: true });
      await query(`UPDATE staff_accounts SET is_active = false WHERE id = $1`, [owner]);
      expect(await tell()).toBe(0);
    });
  });
});

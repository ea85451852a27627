import { boardPaths, DEFAULT_RECAP_RULES, type SeriesRecapRules } from '@reihe/shared-editorial';
import { FixedClock } from '@reihe/shared-testing';
import { DeskWorld } from '../testing/desk-world';

describe('how recaps of a series begin', () => {
  let desk: DeskWorld;
  beforeAll(async () => {
    desk = await DeskWorld.openAt(new FixedClock('2026-10-20T08:00:00Z'));
  });
  afterAll(() => desk.close());

  it('is as everywhere until somebody says otherwise, and nobody’s word is lost', async () => {
    const path = boardPaths.rules(await desk.aSeries());
    expect(await desk.answer('get', path)).toEqual(DEFAULT_RECAP_RULES);
    const rules = {
      makesDrafts: false,
      dueAfterDays: 7,
      tellsFigures: false,
      titlePatterns: { de: { pattern: '{session}, {date}' } },
    };
    const saved = await desk.answer<SeriesRecapRules>('put', path, { version: 0, ...rules });
    expect(saved).toEqual({ version: 1, ...rules });
    expect((await desk.problem('put', path, { version: 0, ...rules })).code).toBe('version.outdated');
    const again = await desk.answer<SeriesRecapRules>('put', path, { ...saved, makesDrafts: true });
    expect(again).toEqual({ version: 2, ...rules, makesDrafts: true });
    expect(await desk.answer('get', path)).toEqual(again);
  });

  it('is refused with a placeholder that means nothing, a due day far off, or of no series', async () => {
    const path = boardPaths.rules(await desk.aSeries());
    const rules = { ...DEFAULT_RECAP_RULES, titlePatterns: { en: { pattern: 'About {city}' } } };
    expect(await desk.problem('put', path, rules)).toMatchObject({
      status: 400,
      fields: [{ path: 'titlePatterns.en.pattern', code: 'not-allowed' }],
    });
    expect(
      (await desk.problem('put', path, { ...DEFAULT_RECAP_RULES, dueAfterDays: 366 })).fields,
    ).toMatchObject([{ path: 'dueAfterDays', code: 'too-large' }]);
    const elsewhere = boardPaths.rules('00000000-0000-4000-8000-000000000000');
    expect((await desk.problem('get', elsewhere)).code).toBe('series.not-found');
  });
});

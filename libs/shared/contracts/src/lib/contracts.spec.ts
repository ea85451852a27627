import * as contracts from '../index';
import type { FieldRules } from '../index';

const ruleSets = Object.entries(contracts).filter(([name]) => name.endsWith('Rules')) as [
  string,
  Record<string, FieldRules>,
][];

describe('the contracts', () => {
  it.each(ruleSets)('%s bound every text and list, so that no field is without an end', (_name, rules) => {
    const endless = Object.entries(rules).filter(
      ([, rule]) =>
        (rule.kind === 'text' || rule.kind === 'list') && !rule.maxLength && !rule.format && !rule.values,
    );
    expect(endless.map(([field]) => field)).toEqual([]);
  });

  it.each(ruleSets)('%s never ask for more than they allow', (_name, rules) => {
    for (const { minLength = 0, maxLength = Infinity, min = -Infinity, max = Infinity } of Object.values(
      rules,
    )) {
      expect(minLength).toBeLessThanOrEqual(maxLength);
      expect(min).toBeLessThanOrEqual(max);
    }
  });

  it('name every problem and field error once', () => {
    for (const codes of [contracts.PROBLEM_CODES, contracts.FIELD_ERROR_CODES]) {
      expect(new Set(codes).size).toBe(codes.length);
    }
  });

  it('give one key to one figure, and another to the same measure of another session', () => {
    expect(contracts.figureKey({ measure: 'confirmed', sessionId: null })).toBe('confirmed:series');
    expect(contracts.figureKey({ measure: 'confirmed', sessionId: 'a' })).not.toBe(
      contracts.figureKey({ measure: 'confirmed', sessionId: 'b' }),
    );
  });

  it('keep public addresses as they were given out', () => {
    const { publicPaths } = contracts;
    expect([
      publicPaths.home('de'),
      publicPaths.series('en', 's'),
      publicPaths.session('en', 's'),
      publicPaths.recaps('de'),
      publicPaths.recap('de', 'r'),
      publicPaths.recapFeed('de'),
      publicPaths.seriesCalendar('s'),
      publicPaths.sessionCalendar('s'),
      publicPaths.join('t'),
    ]).toEqual([
      '/de',
      '/en/series/s',
      '/en/sessions/s',
      '/de/recaps',
      '/de/recaps/r',
      '/feeds/recaps.de.xml',
      '/calendar/series/s.ics',
      '/calendar/sessions/s.ics',
      '/join/t',
    ]);
    const { recapFeedPath } = contracts;
    expect([
      recapFeedPath('de', 'xml'),
      recapFeedPath('en', 'rss', { kind: 'series', slug: 's' }),
      recapFeedPath('en', 'json', { kind: 'categories', slug: 'c' }),
    ]).toEqual([
      publicPaths.recapFeed('de'),
      '/feeds/series/s/recaps.en.rss',
      '/feeds/categories/c/recaps.en.json',
    ]);
  });
});

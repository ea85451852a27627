import { titleFrom, unknownPlaceholder } from './title-patterns';

const values = { session: 'Night buses', series: 'Cities', date: '6 October 2026', audience: 'Africa' };

describe('the title of a draft', () => {
  it.each([
    ['{series}: {session} ({date})', 'Cities: Night buses (6 October 2026)'],
    ['{session} – {audience}', 'Night buses – Africa'],
    ['Without a placeholder', 'Without a placeholder'],
    ['{nothing} {session}', '{nothing} Night buses'],
  ])('by %j is %j', (pattern, title) => {
    expect(titleFrom(pattern, values)).toBe(title);
  });

  it.each([
    ['{session} – {audience}', 'Night buses'],
    ['{session} ({audience})', 'Night buses'],
    ['{audience}: {session}', 'Night buses'],
  ])('leaves no hole in %j where something is not known', (pattern, title) => {
    expect(titleFrom(pattern, { ...values, audience: '' })).toBe(title);
  });

  it('takes words of a session as they are, braces and all', () => {
    expect(titleFrom('{session}', { ...values, session: '{series} $1' })).toBe('{series} $1');
  });

  it('knows its placeholders', () => {
    expect(unknownPlaceholder('{session} {date}')).toBeNull();
    expect(unknownPlaceholder('{session} {city}')).toBe('city');
  });
});

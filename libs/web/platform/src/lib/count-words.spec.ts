import { measureWords } from './count-words';

describe('what was counted', () => {
  afterEach(() => {
    delete $localize.locale;
  });

  it.each([
    ['en', 0, 'participants'],
    ['en', 1, 'participant'],
    ['fr', 0, 'participant'],
    ['fr', 1, 'participant'],
    ['fr', 2, 'participants'],
    ['es', 0, 'participants'],
    ['de', 0, 'participants'],
  ])('agrees in %s with %i as the language wants it', (language, value, words) => {
    $localize.locale = language;
    expect(measureWords('participants', value)).toBe(words);
  });
});

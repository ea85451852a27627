import { FOUND_FROM, FOUND_TO } from './recaps-page.sql';
import { passagesOf, searchWords } from './search-words';

describe('what somebody searches for', () => {
  it.each([
    ['Pipes & leaks', ['pipes', 'leaks']],
    ["'pipes':* | !(leaks) <-> \\", ['pipes', 'leaks']],
    ['Überschwemmung', ['überschwemmung']],
    ['u\u0308ber', ['u\u0308ber']],
    ['Covid-19 covid', ['covid', '19']],
    ['💧 \u0000\u202e %_', []],
    ['', []],
  ])('%j is the words %j', (typed, words) => {
    expect(searchWords(typed)).toEqual(words);
  });

  it('is cut where it is more than anybody looks for', () => {
    const words = searchWords(
      Array.from({ length: 5000 }, (_, at) => `word${at} ${'x'.repeat(200)}`).join(' '),
    );
    expect(words).toHaveLength(12);
    expect(Math.max(...words.map((word) => word.length))).toBe(60);
  });

  it('is marked in the passage, and nothing else is', () => {
    const marked = `Old ${FOUND_FROM}pipes${FOUND_TO}\nleak; <b>${FOUND_FROM}pipes${FOUND_TO}</b>`;
    expect(passagesOf(marked)).toEqual([
      { text: 'Old ', isFound: false },
      { text: 'pipes', isFound: true },
      { text: ' leak; <b>', isFound: false },
      { text: 'pipes', isFound: true },
      { text: '</b>', isFound: false },
    ]);
    expect(passagesOf('Only the title has it')).toEqual([]);
  });
});

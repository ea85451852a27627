import { ADMIN_LANGUAGES } from '@reihe/shared-contracts';
import { REPORT_WORDS } from './languages';

/** Stands for whatever a sentence may be about: a number, or several named things. */
const SAID = Object.assign(Object('3') as object, {
  ...{ stated: '1', by: 'somebody', counted: '2', name: 'March', value: '4' },
});

/** Every word of a language, functions asked with sample words, of one and of several. */
function wordsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value === 'function')
    return [SAID, false].flatMap((second) =>
      wordsIn((value as (...args: unknown[]) => unknown)('3', second)),
    );
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(wordsIn) : [];
}

describe('the words of reports', () => {
  it('are all there in every language, and none was left in English', () => {
    const english = wordsIn(REPORT_WORDS.en);
    for (const language of ADMIN_LANGUAGES) {
      const words = wordsIn(REPORT_WORDS[language]);
      expect(words).toHaveLength(english.length);
      expect(words.filter((text) => text.trim() === '')).toEqual([]);
      const sentences = words.filter((text) => text.length > 25);
      if (language !== 'en') expect(sentences.filter((text) => english.includes(text))).toEqual([]);
    }
  });
});

import { LANGUAGES } from '@reihe/shared-contracts';
import { MAIL_WORDS } from './languages';

/** Every word of a language, functions asked with sample words. */
function wordsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value === 'function') return wordsIn((value as (...args: unknown[]) => unknown)('a', 'b', 2));
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(wordsIn) : [];
}

describe('the words of mails', () => {
  it('are all there in every language', () => {
    const count = wordsIn(MAIL_WORDS.en).length;
    for (const language of LANGUAGES) {
      const words = wordsIn(MAIL_WORDS[language]);
      expect(words).toHaveLength(count);
      expect(words.filter((text) => text.trim() === '')).toEqual([]);
    }
  });

  it('are set as French is: no line ends before high signs, nor inside quotation marks', () => {
    expect(wordsIn(MAIL_WORDS.fr).filter((text) => / [:;!?»]|« |[^\u00a0][;!?»]/.test(text))).toEqual([]);
  });

  it('open questions in Spanish', () => {
    expect(wordsIn(MAIL_WORDS.es).filter((text) => text.includes('?') && !text.includes('¿'))).toEqual([]);
  });
});

import type { RichNode } from '@reihe/shared-contracts';
import fc from 'fast-check';
import { basisAfter, basisConfirmed, translatedParts, type TranslatedText } from './translated-parts';
import { progressAfter, translationCount } from './translation-progress';

const paragraph = (id: string, words: string): RichNode => ({
  type: 'paragraph',
  attrs: { id },
  content: [{ type: 'text', text: words }],
});
const text = (title: string, ...content: RichNode[]): TranslatedText => ({
  ...{ title, lead: '', seoTitle: '', seoDescription: '' },
  body: { type: 'doc', content },
});

const PIPES = paragraph('pipes', 'Pipes leak.');
const MEND = paragraph('mend-them', 'Mend them.');
const english = text('Water', PIPES, MEND);
const german = text('Wasser', paragraph('pipes', 'Rohre lecken.'), paragraph('mend-them', 'Flickt sie.'));
const half = text('Wasser', paragraph('pipes', 'Rohre lecken.'));
const stored = { original: english, translation: german };
const made = basisAfter(english, { original: null, translation: null }, german, {});

/** Saved: the basis follows, and so does how far it is. */
function saved(original: TranslatedText, translation: TranslatedText, wasFinished = true) {
  const basis = basisAfter(original, stored, translation, made);
  return progressAfter(original, stored, translation, basis, wasFinished);
}

describe('how far a translation is', () => {
  it('is in progress until nothing is missing', () => {
    expect(saved(english, half, false)).toEqual({ isFinished: false, isOutdated: false });
    expect(saved(english, german, false)).toEqual({ isFinished: true, isOutdated: false });
  });

  it('is outdated, and stays with its readers, when the original changes or goes on', () => {
    const outdated = { isFinished: true, isOutdated: true };
    expect(saved(text('Water', paragraph('pipes', 'Old pipes leak.'), MEND), german)).toEqual(outdated);
    expect(saved(text('Water', PIPES, MEND, paragraph('third-one', 'More.')), german)).toEqual(outdated);
  });

  it('is in progress again where words of its own are taken away', () => {
    expect(saved(english, half)).toEqual({ isFinished: false, isOutdated: false });
  });

  it('does not wait for what search engines alone are told', () => {
    expect(saved({ ...english, seoTitle: 'Water in cities' }, german, false).isFinished).toBe(true);
  });

  it('is whole without a paragraph that somebody left out on purpose, until the original says something else there', () => {
    const basis = basisConfirmed(english, half, made, ['mend-them']);
    const known = { original: english, translation: half };
    const kept = basisAfter(english, known, half, basis);
    expect(progressAfter(english, known, half, kept, false)).toEqual({ isFinished: true, isOutdated: false });
    const changed = text('Water', PIPES, paragraph('mend-them', 'Mend all of them.'));
    const later = basisAfter(changed, known, half, kept);
    expect(translatedParts(changed, half, later).at(-1)).toMatchObject({
      key: 'mend-them',
      state: 'missing',
    });
    expect(progressAfter(changed, known, half, later, true)).toEqual({ isFinished: true, isOutdated: true });
  });

  it('is counted by what still has to be done', () => {
    expect(translationCount(english, half, basisAfter(english, stored, half, made))).toEqual({
      done: 2,
      all: 3,
    });
    expect(translationCount(english, text(''), {})).toEqual({ done: 0, all: 3 });
  });

  it('is never outdated without being finished, and finished exactly where nothing is missing from the beginning', () => {
    const words = fc.constantFrom('', 'One.', 'Two.');
    const texts = fc
      .record({ title: words, blocks: fc.array(words, { maxLength: 4 }) })
      .map(({ title, blocks }) =>
        text(title, ...blocks.map((said, at) => paragraph(`block-${at}`, said || ' '))),
      );
    fc.assert(
      fc.property(texts, texts, texts, texts, fc.boolean(), (was, wasTo, now, to, wasFinished) => {
        const before = { original: was, translation: wasTo };
        const basis = basisAfter(now, before, to, {});
        const { isFinished, isOutdated } = progressAfter(now, before, to, basis, wasFinished);
        const isWhole = translatedParts(now, to, basis).every(({ state }) => state !== 'missing');
        expect(isOutdated && !isFinished).toBe(false);
        if (isWhole) expect(isFinished).toBe(true);
        if (!isWhole && !wasFinished) expect(isFinished).toBe(false);
      }),
    );
  });
});

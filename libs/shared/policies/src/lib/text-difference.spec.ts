import fc from 'fast-check';
import { textDifference } from './text-difference';

const texts = fc
  .array(fc.constantFrom('heat', 'water', 'city', 'and', 'the', ' ', '\n', '  '), { maxLength: 40 })
  .map((words) => words.join(''));

describe('what became of a text', () => {
  it('is told word by word', () => {
    expect(textDifference('Why pipes leak', 'Why old pipes leak')).toEqual([
      { kind: 'same', text: 'Why ' },
      { kind: 'added', text: 'old ' },
      { kind: 'same', text: 'pipes leak' },
    ]);
    expect(textDifference('ten blue seats', 'two small rooms')).toEqual([
      { kind: 'removed', text: 'ten blue seats' },
      { kind: 'added', text: 'two small rooms' },
    ]);
    expect(textDifference('ten seats', 'twelve seats')).toEqual([
      { kind: 'removed', text: 'ten' },
      { kind: 'added', text: 'twelve' },
      { kind: 'same', text: ' seats' },
    ]);
  });

  it('holds the whole of both texts', () => {
    fc.assert(
      fc.property(texts, texts, (before, after) => {
        const parts = textDifference(before, after);
        const without = (kind: string) =>
          parts
            .filter((part) => part.kind !== kind)
            .map(({ text }) => text)
            .join('');
        expect(without('added')).toBe(before);
        expect(without('removed')).toBe(after);
      }),
    );
  });

  it('of a text that did not change is that text, and of an empty one all of the other', () => {
    expect(textDifference('as it was', 'as it was')).toEqual([{ kind: 'same', text: 'as it was' }]);
    expect(textDifference('', 'new text')).toEqual([{ kind: 'added', text: 'new text' }]);
    expect(textDifference('', '')).toEqual([]);
  });

  it('of two long texts without much in common is shown as a replacement, and in no time', () => {
    const [before, after] = ['a', 'b'].map((letter) =>
      Array.from({ length: 4000 }, (_, at) => `${letter}${at}`).join(' '),
    );
    expect(textDifference(before ?? '', after ?? '').map(({ kind }) => kind)).toEqual(['removed', 'added']);
  });
});

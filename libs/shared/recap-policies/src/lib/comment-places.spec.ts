import fc from 'fast-check';
import { commentAnchor, commentPlace, type TextBlock } from './comment-places';

const block = (text: string, id: string | null = null): TextBlock => ({ id, text });
const anchorOf = (of: TextBlock, quote: string, from = 0) => {
  const start = of.text.indexOf(quote, from);
  const anchor = commentAnchor(of, start, start + quote.length);
  if (!anchor) throw new Error('Nothing is selected.');
  return anchor;
};

describe('the place of a comment', () => {
  it('is found where it was written', () => {
    const text = block('Pipes leak everywhere, and pipes cost money.');
    expect(commentPlace(anchorOf(text, 'cost money'), [block('Before.'), text])).toEqual({
      block: 1,
      start: 33,
      end: 43,
    });
  });

  it('is found among equal words by what stands around them, after the text has moved', () => {
    const text = block('Water in the north. Water in the south.');
    const anchor = anchorOf(text, 'Water', 10);
    expect(anchor).toMatchObject({ before: 'Water in the north. ', after: ' in the south.' });
    const moved = [
      block('Water was the topic.'),
      block('Much more of it. Water in the south. Water in the north.'),
    ];
    expect(commentPlace(anchor, moved)).toEqual({ block: 1, start: 17, end: 22 });
  });

  it('is found by surroundings whose spaces were lost on the way', () => {
    const text = block('Water in the north. Water in the south.');
    const anchor = anchorOf(text, 'Water', 10);
    const sent = { ...anchor, before: anchor.before.trim(), after: anchor.after.trim() };
    expect(
      commentPlace(sent, [block('Water in the south. Water in the north.\u00a0 Water in the south.')]),
    ).toEqual({
      block: 0,
      start: 41,
      end: 46,
    });
  });

  it('stays in its block where blocks have names, even when all around it is new', () => {
    const anchor = anchorOf(block('Of water and wind', 'b1'), 'water');
    const now = [block('Of water and wind', 'b2'), block('Only water remained', 'b1')];
    expect(commentPlace(anchor, now)).toMatchObject({ block: 1, start: 5 });
  });

  it('is lost when the words are gone', () => {
    expect(commentPlace(anchorOf(block('Of water'), 'water'), [block('Of wine')])).toBeNull();
    expect(commentPlace(anchorOf(block('Of water'), 'water'), [])).toBeNull();
  });

  it('is not made of nothing, and leaves spaces at its ends out', () => {
    const text = block('Of  water  and wind');
    expect(commentAnchor(text, 2, 4)).toBeNull();
    expect(commentAnchor(text, 3, 11)).toMatchObject({ quote: 'water', before: 'Of  ', after: '  and wind' });
  });

  it('whatever is selected in whatever text, is found exactly there as long as nothing changes', () => {
    const words = fc.array(fc.constantFrom('a', 'b', ' ', 'ab', 'ä'), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(
        fc.array(words, { minLength: 1, maxLength: 4 }),
        fc.nat(),
        fc.nat(),
        (texts, from, length) => {
          const blocks = texts.map((parts, index) => block(parts.join(''), `b${index}`));
          const [first] = blocks;
          if (!first) return;
          const start = from % first.text.length;
          const anchor = commentAnchor(first, start, start + 1 + (length % 5));
          if (!anchor) return;
          const place = commentPlace(anchor, blocks);
          expect(place?.block).toBe(0);
          expect(first.text.slice(place?.start, place?.end)).toBe(anchor.quote);
          expect(first.text.slice(0, place?.start).endsWith(anchor.before)).toBe(true);
        },
      ),
    );
  });
});

import fc from 'fast-check';
import { distanceOf, type LikelyWord, spelledBetter } from './closest-words';

const likely = (typed: string, word: string, language = 1, isKnown = false): LikelyWord => ({
  typed,
  typedFolded: typed,
  isKnown,
  word,
  folded: word,
  language,
});

describe('words that somebody mistyped', () => {
  it.each([
    ['klima', 'klmia', 1],
    ['klima', 'klim', 1],
    ['wasserversorgung', 'wasserversogung', 1],
    ['pipes', 'pipes', 0],
    ['', 'abc', 3],
  ])('%s and %s differ by %s', (one, other, distance) => {
    expect(distanceOf(one, other)).toBe(distance);
  });

  it('differ as much in either direction, by their length at most, and not at all from themselves', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 12 }), fc.string({ maxLength: 12 }), (one, other) => {
        const distance = distanceOf(one, other);
        return (
          distance === distanceOf(other, one) &&
          distance <= Math.max(one.length, other.length) &&
          (distance === 0) === (one === other)
        );
      }),
    );
  });

  it('are replaced by the nearest, of the reader’s language among equals', () => {
    const words = [
      likely('pipse', 'pipette'),
      likely('pipse', 'pipse'.slice(0, 4), 2),
      likely('pipse', 'pipes'),
    ];
    expect(spelledBetter(['leaking', 'pipse'], words)).toEqual(['leaking', 'pipes']);
  });

  it('stay where nothing is near enough', () => {
    expect(spelledBetter(['rain'], [likely('rain', 'train'), likely('rain', 'brains')])).toEqual(['train']);
    expect(spelledBetter(['rain'], [likely('rain', 'brains')])).toBeNull();
    expect(spelledBetter(['sun'], [likely('sun', 'son')])).toBeNull();
    expect(spelledBetter([], [])).toBeNull();
  });

  it('are replaced though some recap has them only where all are known, long, and one letter off', () => {
    const known = likely('corosion', 'corrosion', 1, true);
    expect(spelledBetter(['corosion'], [known])).toEqual(['corrosion']);
    expect(spelledBetter(['corosion', 'pipse'], [known, likely('pipse', 'pipes')])).toEqual([
      'corosion',
      'pipes',
    ]);
    expect(spelledBetter(['rain'], [likely('rain', 'train', 1, true)])).toBeNull();
  });
});

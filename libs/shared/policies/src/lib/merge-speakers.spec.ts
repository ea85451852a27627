import fc from 'fast-check';
import type { SpeakerText } from '@reihe/shared-contracts';
import { mergedSpeaker, splitSpeaker, type SpeakerDetails } from './merge-speakers';

const words = fc.constantFrom('', 'a', 'b');
const text = fc.record<SpeakerText>({ position: words, organisation: words, bio: words });
const details = fc.record<SpeakerDetails>({
  title: words,
  name: fc.constantFrom('Ada', 'Ben'),
  email: words,
  city: words,
  country: fc.constantFrom(null, 'DE', 'UA'),
  language: fc.constantFrom(null, 'de', 'en'),
  translations: fc.record({ en: text, de: text }, { requiredKeys: [] }),
});

/** Every written detail by its field. */
function written({ translations, ...fields }: SpeakerDetails): Map<string, string> {
  const texts = Object.entries(translations).flatMap(([language, one]) =>
    Object.entries(one).map(([field, value]) => [`translations.${language}.${field}`, value] as const),
  );
  const all = [...Object.entries(fields), ...texts].filter((entry): entry is [string, string] =>
    Boolean(entry[1]),
  );
  return new Map(all);
}

describe('two entries of one speaker', () => {
  it('become one that has every detail of both: kept, filled in, or named as differing', () => {
    fc.assert(
      fc.property(details, details, (kept, absorbed) => {
        const { result, filled, differing } = mergedSpeaker(kept, absorbed);
        const after = written(result);
        for (const [field, value] of written(kept)) expect(after.get(field)).toBe(value);
        for (const [field, value] of written(absorbed)) {
          const isTold = differing.some((one) => one.field === field && one.absorbed === value);
          expect(after.get(field) === value || isTold).toBe(true);
        }
        expect(filled.every((field) => !written(kept).has(field))).toBe(true);
      }),
    );
  });

  it('are as before when they are split again', () => {
    fc.assert(
      fc.property(details, details, (kept, absorbed) => {
        const { result, filled } = mergedSpeaker(kept, absorbed);
        expect(written(splitSpeaker(result, absorbed, filled))).toEqual(written(kept));
      }),
    );
  });

  it('keep, when split, what was written after the merge', () => {
    const kept = {
      title: '',
      name: 'Ada',
      email: '',
      city: '',
      country: null,
      language: null,
      translations: {},
    };
    const absorbed = { ...kept, city: 'Lviv', email: 'ada@example.org' };
    const { result, filled } = mergedSpeaker(kept, absorbed);
    expect(filled).toEqual(['email', 'city']);
    expect(splitSpeaker({ ...result, city: 'Kyiv' }, absorbed, filled)).toEqual({ ...kept, city: 'Kyiv' });
  });
});

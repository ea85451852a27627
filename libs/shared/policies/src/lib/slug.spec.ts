import { FORMAT_PATTERNS } from '@reihe/shared-contracts';
import fc from 'fast-check';
import { slugFrom } from './slug';

describe('slugFrom', () => {
  it.each([
    ['Städte im Gespräch: Öffentlicher Raum', 'staedte-im-gespraech-oeffentlicher-raum'],
    ['Straße & Maß', 'strasse-mass'],
    ['São Paulo — l’eau, aujourd’hui', 'sao-paulo-leau-aujourdhui'],
    ['Ёлка', ''],
    ['  COVID-19 / 2020  ', 'covid-19-2020'],
  ])('makes of "%s" "%s"', (title, slug) => {
    expect(slugFrom(title)).toBe(slug);
  });

  it('cuts a long title at a word', () => {
    expect(slugFrom('water water water', 12)).toBe('water-water');
    expect(slugFrom('unbelievable', 5)).toBe('unbel');
  });

  it('gives a valid address or nothing, and the same again when asked with its own answer', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (title) => {
        const slug = slugFrom(title);
        if (slug !== '') expect(slug).toMatch(FORMAT_PATTERNS.slug);
        expect(slug.length).toBeLessThanOrEqual(80);
        expect(slugFrom(slug)).toBe(slug);
      }),
    );
  });
});

import { fileSize, imageAddress, missingFacts } from './image-facts';

const nobody = { photographer: '', agency: '', licence: '' };
const rights = { licenceUrl: '', consent: 'agreed' as const, consentNote: '' };

describe('what an image lacks', () => {
  it('is a credit while neither a person nor an agency is named, whatever the licence', () => {
    const credited = (credit: Partial<typeof nobody>) =>
      missingFacts({ credit: { ...nobody, ...credit }, rights, translations: {} }).credit;
    expect(credited({ licence: 'CC BY 4.0', photographer: '  ' })).toBe(true);
    expect(credited({ photographer: 'Somebody' })).toBe(false);
    expect(credited({ agency: 'An agency' })).toBe(false);
  });

  it('is a consent until somebody has said how it is', () => {
    const missing = (consent: 'open' | 'agreed' | 'not-needed') =>
      missingFacts({ credit: nobody, rights: { ...rights, consent }, translations: {} }).consent;
    expect([missing('open'), missing('agreed'), missing('not-needed')]).toEqual([true, false, false]);
  });

  it('is an alternative text for each language without one, a caption being none', () => {
    const translations = { en: { alt: 'A harbour', caption: '' }, de: { alt: ' ', caption: 'Ein Hafen' } };
    expect(missingFacts({ credit: nobody, rights, translations }).alt).toEqual(['de']);
    expect(missingFacts({ credit: nobody, rights, translations: {} }).alt).toEqual(['en', 'de']);
  });
});

describe('the stored file to show', () => {
  const image = {
    width: 1200,
    height: 800,
    template: '/media/1/{width}.{format}',
    widths: [480, 960, 1200],
    formats: ['webp' as const, 'jpeg' as const],
  };

  it.each([
    [300, '/media/1/480.webp'],
    [960, '/media/1/960.webp'],
    [5000, '/media/1/1200.webp'],
  ])('for %d pixels is %s', (wished, address) => {
    expect(imageAddress(image, wished)).toBe(address);
  });
});

it.each([
  [12, 'en', '1 kB'],
  [340_400, 'en', '340 kB'],
  [1_240_000, 'de', '1,2 MB'],
] as const)('%d bytes in %s are %s', (bytes, language, words) => {
  expect(fileSize(bytes, language).replace(/\s/g, ' ')).toBe(words);
});

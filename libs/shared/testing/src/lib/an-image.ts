import type { Media } from '@reihe/shared-contracts';

/** An image as it is right after its upload: nothing is written about it. */
export function anImage(image: Partial<Media> = {}): Media {
  const id = image.id ?? 'harbour';
  return {
    id,
    version: 1,
    fileName: `${id}.jpg`,
    mimeType: 'image/jpeg',
    width: 1200,
    height: 800,
    byteSize: 340_000,
    state: 'ready',
    failure: null,
    credit: { photographer: '', agency: '', licence: '' },
    rights: { licenceUrl: '', consent: 'open', consentNote: '' },
    translations: {},
    suggestions: null,
    focus: { x: 50, y: 50 },
    lookAlikes: 0,
    image: {
      width: 1200,
      height: 800,
      template: `/media/${id}/{width}.{format}`,
      widths: [480, 960, 1200],
      formats: ['webp', 'jpeg'],
    },
    uploadedAt: '2026-01-15T09:00:00.000Z',
    usedIn: [],
    ...image,
  };
}

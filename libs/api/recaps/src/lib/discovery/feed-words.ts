import type { Language } from '@reihe/shared-contracts';

export const FEED_WORDS: Record<Language, { title: string; subtitle: string; image: string }> = {
  en: { title: 'Reihe: recaps', subtitle: 'Looking back on our virtual exchanges.', image: 'Image' },
  de: {
    title: 'Reihe: Rückblicke',
    subtitle: 'Rückblicke auf unsere virtuellen Fachaustausche.',
    image: 'Bild',
  },
};

import type { Language } from '@reihe/shared-contracts';

export interface FeedWords {
  title: string;
  /** The title of a feed that is narrowed to a series or a category. */
  titleOf: (name: string) => string;
  subtitle: string;
  image: string;
}

export const FEED_WORDS: Record<Language, FeedWords> = {
  en: {
    title: 'Reihe: recaps',
    titleOf: (name) => `Reihe: recaps, ${name}`,
    subtitle: 'Looking back on our virtual exchanges.',
    image: 'Image',
  },
  de: {
    title: 'Reihe: Rückblicke',
    titleOf: (name) => `Reihe: Rückblicke, ${name}`,
    subtitle: 'Rückblicke auf unsere virtuellen Fachaustausche.',
    image: 'Bild',
  },
  es: {
    title: 'Reihe: reseñas',
    titleOf: (name) => `Reihe: reseñas, ${name}`,
    subtitle: 'Una mirada atrás a nuestros intercambios virtuales.',
    image: 'Imagen',
  },
  fr: {
    title: 'Reihe\u00a0: comptes rendus',
    titleOf: (name) => `Reihe\u00a0: comptes rendus, ${name}`,
    subtitle: 'Retour sur nos échanges virtuels.',
    image: 'Image',
  },
};

import { drawable } from './set-paragraph';
import { Typeface } from './typeface';

describe('the typefaces of social images', () => {
  it.each(['inter', 'source-serif-4'] as const)(
    '%s has the signs of every language of the portal',
    (family) => {
      const typeface = new Typeface(family);
      for (const words of [
        'Wie Städte „Größe“ lernen: drei Wege – mit Übung',
        '¿Qué añoran las ciudades? ¡Un pingüino, 3.ª edición! «Sí»',
        'Où l’œuvre naît-elle ? «\u00a0Cœur d’été\u00a0», 1\u202f200 maïs, Noël, ÿ, ç',
        'What “cities” learn — and don’t',
      ])
        expect(typeface.knows(drawable(words))).toBe(true);
    },
  );
});

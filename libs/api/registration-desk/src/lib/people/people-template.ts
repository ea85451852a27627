import type { Language } from '@reihe/shared-contracts';

const HEADINGS: Record<Language, readonly string[]> = {
  en: [
    'Name',
    'E-mail',
    'Organisation',
    'Position',
    'City',
    'Country',
    'Language',
    'Time zone',
    'Accessibility needs',
  ],
  de: [
    'Name',
    'E-Mail',
    'Organisation',
    'Funktion',
    'Stadt',
    'Land',
    'Sprache',
    'Zeitzone',
    'Bedarf an Barrierefreiheit',
  ],
  es: [
    'Nombre',
    'Correo electrónico',
    'Organización',
    'Cargo',
    'Ciudad',
    'País',
    'Idioma',
    'Zona horaria',
    'Necesidades de accesibilidad',
  ],
  fr: [
    'Nom',
    'Adresse électronique',
    'Organisation',
    'Fonction',
    'Ville',
    'Pays',
    'Langue',
    'Fuseau horaire',
    'Besoins d’accessibilité',
  ],
};

/** Spreadsheets open a text by the habit of their language: where the comma parts decimals, semicolons part columns. */
const SEPARATOR: Record<Language, string> = { en: ',', de: ';', es: ';', fr: ';' };

/** The headings that are understood, for a spreadsheet to open: with a byte order mark, or it would not know the umlauts. */
export function peopleTemplate(language: Language): string {
  return `\uFEFF${HEADINGS[language].map((heading) => `"${heading}"`).join(SEPARATOR[language])}\r\n`;
}

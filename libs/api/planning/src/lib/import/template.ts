import type { Language } from '@reihe/shared-contracts';

const HEADINGS: Record<Language, readonly string[]> = {
  en: [
    'Title (English)',
    'Title (German)',
    'Abstract (English)',
    'Abstract (German)',
    'Date',
    'Start',
    'End',
    'Time zone',
    'Series',
    'Kind',
    'Address',
    'Languages',
    'Interpretation',
    'Regions',
    'Categories',
    'Places',
    'Meeting link',
    'Passcode',
  ],
  de: [
    'Titel (Englisch)',
    'Titel (Deutsch)',
    'Beschreibung (Englisch)',
    'Beschreibung (Deutsch)',
    'Datum',
    'Beginn',
    'Ende',
    'Zeitzone',
    'Reihe',
    'Art',
    'Adresse',
    'Sprachen',
    'Dolmetschung',
    'Regionen',
    'Kategorien',
    'Plätze',
    'Besprechungslink',
    'Kenncode',
  ],
};

/** Spreadsheets open a text by the habit of their language: German ones part columns by semicolons. */
const SEPARATOR: Record<Language, string> = { en: ',', de: ';' };

/** The headings that are understood, for a spreadsheet to open: with a byte order mark, or it would not know the umlauts. */
export function importTemplate(language: Language): string {
  const headings = HEADINGS[language].map((heading) => `"${heading}"`).join(SEPARATOR[language]);
  return `\uFEFF${headings}\r\n`;
}

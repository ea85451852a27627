import { plainWords } from '@reihe/api-platform';
import { LANGUAGES, type Language } from '@reihe/shared-contracts';
import type { ImportField } from '@reihe/shared-planning';

type Fact = Exclude<ImportField, `title.${Language}` | `abstract.${Language}`>;

/** Headings people write, in English and German, as `plainWords` makes them. */
const HEADINGS: Record<Fact | 'title' | 'abstract', readonly string[]> = {
  title: [
    'title',
    'titel',
    'name',
    'session',
    'session title',
    'topic',
    'thema',
    'veranstaltung',
    'veranstaltungstitel',
  ],
  abstract: [
    'abstract',
    'description',
    'summary',
    'text',
    'beschreibung',
    'kurzbeschreibung',
    'zusammenfassung',
    'inhalt',
  ],
  date: ['date', 'day', 'datum', 'tag', 'termin'],
  starts: [
    'starts',
    'start',
    'begin',
    'begins',
    'from',
    'start time',
    'starts at',
    'beginn',
    'anfang',
    'von',
    'startzeit',
    'uhrzeit',
    'time',
    'zeit',
  ],
  ends: ['ends', 'end', 'until', 'to', 'end time', 'ends at', 'ende', 'bis', 'endzeit', 'schluss'],
  duration: [
    'duration',
    'length',
    'minutes',
    'length in minutes',
    'dauer',
    'minuten',
    'dauer in minuten',
    'lange',
  ],
  timeZone: ['time zone', 'timezone', 'zone', 'tz', 'zeitzone'],
  series: ['series', 'reihe', 'serie', 'veranstaltungsreihe'],
  kind: ['kind', 'type', 'format', 'art', 'typ'],
  slug: ['slug', 'address', 'url name', 'adresse', 'kurzname'],
  languages: [
    'languages',
    'language',
    'working languages',
    'working language',
    'sprachen',
    'sprache',
    'arbeitssprachen',
    'arbeitssprache',
  ],
  interpretation: [
    'interpretation',
    'interpreted into',
    'dolmetschung',
    'verdolmetschung',
    'gedolmetscht in',
    'ubersetzung',
  ],
  regions: ['regions', 'region', 'audience', 'regionen', 'zielgruppe'],
  categories: ['categories', 'category', 'tags', 'kategorien', 'kategorie', 'schlagworte'],
  capacity: ['capacity', 'places', 'seats', 'max participants', 'platze', 'kapazitat', 'teilnehmerzahl'],
  meetingUrl: [
    'meeting link',
    'meeting url',
    'link',
    'url',
    'zoom',
    'zoom link',
    'meeting',
    'meeting link url',
    'besprechungslink',
    'meetinglink',
    'zugangslink',
    'einwahllink',
  ],
  passcode: ['passcode', 'password', 'pin', 'kenncode', 'kennwort', 'passwort', 'zugangscode'],
};

const LANGUAGE_WORDS: Record<Language, readonly string[]> = {
  en: ['en', 'eng', 'english', 'englisch'],
  de: ['de', 'deu', 'ger', 'german', 'deutsch'],
};

/** What each column seems to be; no field twice, the first one wins. A title without a language is in the first that is free. */
export function guessColumns(columns: readonly string[]): (ImportField | null)[] {
  const taken = new Set<ImportField>();
  const named = columns.map((column) => meaningOf(column));
  // Those that name their language come first, so that "Title" beside "Title (en)" is not taken for English.
  for (const meaning of named) if (meaning?.field) taken.add(meaning.field);
  const seen = new Set<ImportField>();
  return named.map((meaning) => {
    if (!meaning) return null;
    const field = meaning.field ?? firstFree(meaning.text, taken);
    if (!field || seen.has(field)) return null;
    seen.add(field);
    taken.add(field);
    return field;
  });
}

type Meaning = { field: ImportField; text?: never } | { field?: never; text: 'title' | 'abstract' };

function meaningOf(column: string): Meaning | null {
  const words = plainWords(column);
  for (const language of LANGUAGES) {
    const rest = words.split(' ').filter((word) => !LANGUAGE_WORDS[language].includes(word));
    const text = textNamed(rest.join(' '));
    if (text && rest.join(' ') !== words) return { field: `${text}.${language}` };
  }
  const text = textNamed(words);
  if (text) return { text };
  const facts = Object.entries(HEADINGS) as [Fact | 'title' | 'abstract', readonly string[]][];
  const fact = facts.find(([, headings]) => headings.includes(words))?.[0];
  return fact && fact !== 'title' && fact !== 'abstract' ? { field: fact } : null;
}

function textNamed(words: string): 'title' | 'abstract' | null {
  if (HEADINGS.title.includes(words)) return 'title';
  return HEADINGS.abstract.includes(words) ? 'abstract' : null;
}

function firstFree(text: 'title' | 'abstract', taken: ReadonlySet<ImportField>): ImportField | null {
  const fields = LANGUAGES.map((language): ImportField => `${text}.${language}`);
  return fields.find((field) => !taken.has(field)) ?? null;
}

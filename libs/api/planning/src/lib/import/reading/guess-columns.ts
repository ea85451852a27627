import { plainWords } from '@reihe/api-sheets';
import { LANGUAGES, type Language } from '@reihe/shared-contracts';
import type { ImportField } from '@reihe/shared-planning';

type Fact = Exclude<ImportField, `title.${Language}` | `abstract.${Language}`>;

/** Headings people write, in every language a text can have, as `plainWords` makes them. */
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
    'titulo',
    'sesion',
    'tema',
    'nombre',
    'titre',
    'theme',
    'nom',
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
    'descripcion',
    'resumen',
    'texto',
    'resume',
    'texte',
  ],
  date: ['date', 'day', 'datum', 'tag', 'termin', 'fecha', 'dia', 'jour'],
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
    'inicio',
    'comienzo',
    'desde',
    'hora',
    'hora de inicio',
    'debut',
    'heure',
    'heure de debut',
  ],
  ends: [
    'ends',
    'end',
    'until',
    'to',
    'end time',
    'ends at',
    'ende',
    'bis',
    'endzeit',
    'schluss',
    'fin',
    'hasta',
    'hora de fin',
    'heure de fin',
    'jusqu a',
  ],
  duration: [
    'duration',
    'length',
    'minutes',
    'length in minutes',
    'dauer',
    'minuten',
    'dauer in minuten',
    'lange',
    'duracion',
    'minutos',
    'duracion en minutos',
    'duree',
    'duree en minutes',
  ],
  timeZone: [
    'time zone',
    'timezone',
    'zone',
    'tz',
    'zeitzone',
    'zona horaria',
    'zona',
    'fuseau horaire',
    'fuseau',
  ],
  series: ['series', 'reihe', 'serie', 'veranstaltungsreihe'],
  kind: ['kind', 'type', 'format', 'art', 'typ', 'tipo', 'formato', 'clase'],
  slug: ['slug', 'address', 'url name', 'adresse', 'kurzname', 'direccion'],
  languages: [
    'languages',
    'language',
    'working languages',
    'working language',
    'sprachen',
    'sprache',
    'arbeitssprachen',
    'arbeitssprache',
    'idiomas',
    'idioma',
    'idiomas de trabajo',
    'lenguas',
    'langues',
    'langue',
    'langues de travail',
  ],
  interpretation: [
    'interpretation',
    'interpreted into',
    'dolmetschung',
    'verdolmetschung',
    'gedolmetscht in',
    'ubersetzung',
    'interpretacion',
    'traduccion simultanea',
    'traduction simultanee',
  ],
  regions: [
    'regions',
    'region',
    'audience',
    'regionen',
    'zielgruppe',
    'regiones',
    'publico',
    'regions du monde',
    'public',
  ],
  categories: [
    'categories',
    'category',
    'tags',
    'kategorien',
    'kategorie',
    'schlagworte',
    'categorias',
    'categoria',
    'temas',
    'categorie',
    'themes',
  ],
  capacity: [
    'capacity',
    'places',
    'seats',
    'max participants',
    'platze',
    'kapazitat',
    'teilnehmerzahl',
    'plazas',
    'aforo',
    'capacidad',
    'capacite',
  ],
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
    'enlace',
    'enlace de la reunion',
    'reunion',
    'lien',
    'lien de la reunion',
  ],
  passcode: [
    'passcode',
    'password',
    'pin',
    'kenncode',
    'kennwort',
    'passwort',
    'zugangscode',
    'codigo de acceso',
    'contrasena',
    'code d acces',
    'mot de passe',
  ],
};

const LANGUAGE_WORDS: Record<Language, readonly string[]> = {
  en: ['en', 'eng', 'english', 'englisch', 'ingles', 'anglais'],
  de: ['de', 'deu', 'ger', 'german', 'deutsch', 'aleman', 'allemand'],
  es: ['es', 'spa', 'spanish', 'spanisch', 'espanol', 'castellano', 'espagnol'],
  fr: ['fr', 'fra', 'fre', 'french', 'franzosisch', 'frances', 'francais'],
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

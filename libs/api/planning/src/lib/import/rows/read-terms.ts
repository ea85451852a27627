import { plainWords } from '@reihe/api-sheets';
import { FORMAT_PATTERNS, LANGUAGES, SESSION_KINDS, type SessionKind } from '@reihe/shared-contracts';
import type { ImportField } from '@reihe/shared-planning';
import { closest } from './closest';
import type { NamedThing } from './import-context';
import type { RowCells } from './row-cells';

/** As admin and portal call them in each language, and as people do. */
const KIND_WORDS: Record<SessionKind, readonly string[]> = {
  opening: ['Opening', 'Eröffnung', 'Auftakt', 'Apertura', 'Ouverture'],
  exchange: ['Exchange', 'Austausch', 'Intercambio', 'Échange'],
  'peer-advice': ['Peer advice', 'Kollegiale Beratung', 'Asesoramiento entre pares', 'Conseil entre pairs'],
  closing: ['Closing', 'Abschluss', 'Clausura', 'Clôture'],
  extra: [
    'Extra session',
    'Extra',
    'Zusatzveranstaltung',
    'Sonderveranstaltung',
    'Sesión adicional',
    'Session supplémentaire',
  ],
  course: ['Course', 'Kurs', 'Curso', 'Cours'],
};

/** Languages one may name instead of tagging them: `Intl` names tags, but does not list them. */
const NAMED_TAGS = (
  'am ar bg bn bs cs da de el en es et fa fi fr ga ha he hi hr hu hy id is it ja ka kk km ko ky lo lt lv mk mn ms my ne nl no pl ps pt ' +
  'ro ru si sk sl so sq sr sv sw ta th ti tl tr uk ur uz vi yo zh zu'
).split(' ');
const TAG_BY_NAME = new Map(
  LANGUAGES.flatMap((language) => {
    const names = new Intl.DisplayNames([language], { type: 'language' });
    return NAMED_TAGS.map((tag) => [plainWords(names.of(tag) ?? tag), tag] as const);
  }),
);

export function readKind(cells: RowCells): SessionKind {
  const typed = cells.text('kind');
  if (typed === '') return 'exchange';
  const words = plainWords(typed);
  const kind = SESSION_KINDS.find(
    (one) => one === typed || KIND_WORDS[one].some((name) => plainWords(name) === words),
  );
  if (kind) return kind;
  const near = closest(typed, Object.values(KIND_WORDS).flat());
  const suggestions = near.length > 0 ? near : SESSION_KINDS.map((one) => KIND_WORDS[one][0] ?? one);
  cells.refuse('kind', 'unknown', { suggestions });
  return 'exchange';
}

/** BCP 47 tags, or names in a language that texts can have. */
export function readLanguages(cells: RowCells, field: 'languages' | 'interpretation'): string[] {
  return listed(cells.text(field)).flatMap((typed) => {
    const tag = TAG_BY_NAME.get(plainWords(typed)) ?? (isTag(typed) ? typed : null);
    if (tag) return [tag];
    const names = closest(typed, [...TAG_BY_NAME.keys()]);
    cells.refuse(field, 'unknown', { value: typed, suggestions: names.map((name) => capital(name)) });
    return [];
  });
}

/** Ids of what a cell names, separated by semicolon, comma, stroke or line. */
export function readTerms(
  cells: RowCells,
  field: 'regions' | 'categories',
  terms: readonly NamedThing[],
): string[] {
  const whole = named(terms, cells.text(field));
  if (whole) return [whole.id];
  return listed(cells.text(field)).flatMap((typed) => {
    const term = named(terms, typed);
    if (term) return [term.id];
    refuseUnknown(cells, field, typed, terms);
    return [];
  });
}

export function named<T extends NamedThing>(things: readonly T[], typed: string): T | undefined {
  const words = plainWords(typed);
  return words === ''
    ? undefined
    : things.find(({ names }) => names.some((name) => plainWords(name) === words));
}

export function refuseUnknown(
  cells: RowCells,
  field: ImportField,
  typed: string,
  things: readonly NamedThing[],
): void {
  const near = closest(
    typed,
    things.flatMap(({ names }) => names),
  );
  const titles = near.flatMap((name) =>
    things.filter(({ names }) => names.includes(name)).map(({ title }) => title),
  );
  cells.refuse(field, 'unknown', { value: typed, suggestions: [...new Set(titles)] });
}

function listed(text: string): string[] {
  return text
    .split(/[;,|\n]/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

/** A tag that `Intl` has a name for: "de", "pt-BR"; "xx" is none. */
function isTag(text: string): boolean {
  if (!FORMAT_PATTERNS['language-tag'].test(text)) return false;
  try {
    return new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' }).of(text) !== undefined;
  } catch {
    return false;
  }
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

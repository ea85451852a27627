import { cleanEmail, cleanText, type AddedPerson } from '@reihe/api-platform';
import { countryNamed, plainWords } from '@reihe/api-sheets';
import { LANGUAGES, type FieldRules, type Language } from '@reihe/shared-contracts';
import { fieldError } from '@reihe/shared-form-policies';
import { emailKey, isTimeZone } from '@reihe/shared-policies';
import {
  addPersonRules,
  type CheckedPerson,
  type PeopleImportRequest,
  type PersonField,
  type PersonProblem,
  type PersonProblemCode,
} from '@reihe/shared-registration';

/** A row as it would be imported; the person is complete only where it has no problems. */
export interface ReadPerson extends CheckedPerson {
  person: AddedPerson;
  refuse: (field: PersonField, code: PersonProblemCode, more?: Partial<PersonProblem>) => void;
}

/** What for the sheet's rows holds where they say nothing. */
export type PeopleDefaults = Pick<PeopleImportRequest, 'sessionId' | 'country' | 'language' | 'timeZone'>;

/** Of what is wrong only so much is shown again. */
const SHOWN = 80;

const LANGUAGE_WORDS: Record<Language, readonly string[]> = {
  en: ['english', 'englisch', 'ingles', 'anglais'],
  de: ['german', 'deutsch', 'aleman', 'allemand'],
  es: ['spanish', 'spanisch', 'espanol', 'castellano', 'espagnol'],
  fr: ['french', 'franzosisch', 'frances', 'francais'],
};

/** What each row means and what is wrong with it, but for who is registered already. */
export function readPeople({ columns, rows, ...defaults }: PeopleImportRequest): ReadPerson[] {
  const places = new Map<PersonField, number>();
  for (const [index, field] of columns.entries()) if (field && !places.has(field)) places.set(field, index);
  return rows.map(({ line, cells }) => readPerson(line, cells, places, defaults));
}

function readPerson(
  line: number,
  cells: readonly string[],
  places: ReadonlyMap<PersonField, number>,
  defaults: PeopleDefaults,
): ReadPerson {
  const problems: PersonProblem[] = [];
  const text = (field: PersonField) => inOneLine(cells[places.get(field) ?? -1] ?? '');
  const refuse: ReadPerson['refuse'] = (field, code, more = {}) => {
    const value = text(field);
    const column = columnOf(field, places);
    problems.push({
      column,
      field,
      code,
      value: value.length > SHOWN ? `${value.slice(0, SHOWN)}…` : value,
      ...more,
    });
  };
  const checked = (field: PersonField, value: string, rules: FieldRules) => {
    const error = fieldError(value, rules);
    if (error)
      refuse(field, problemCode(error.code), error.limit === undefined ? {} : { limit: error.limit });
    return value;
  };
  const named = <T>(
    field: PersonField,
    fallback: T | null | undefined,
    find: (typed: string) => T | null,
  ) => {
    const typed = text(field);
    const found = typed === '' ? (fallback ?? null) : find(typed);
    if (found === null) refuse(field, typed === '' ? 'required' : 'unknown');
    return found;
  };

  const whole = [text('firstName'), text('lastName')].filter(Boolean).join(' ');
  const person: AddedPerson = {
    sessionId: defaults.sessionId,
    name: checked('name', text('name') || whole, addPersonRules.name),
    email: checked('email', cleanEmail(text('email')), addPersonRules.email),
    organisation: checked('organisation', text('organisation'), addPersonRules.organisation),
    position: checked('position', text('position'), addPersonRules.position),
    city: checked('city', text('city'), addPersonRules.city),
    country: named('country', defaults.country, countryNamed) ?? '',
    language: named('language', defaults.language, languageNamed) ?? LANGUAGES[0],
    timeZone: named('timeZone', defaults.timeZone, (zone) => (isTimeZone(zone) ? zone : null)) ?? '',
    accessibilityNeeds: checked(
      'accessibilityNeeds',
      text('accessibilityNeeds'),
      addPersonRules.accessibilityNeeds,
    ),
    allowsRecording: null,
  };
  const { name, email, organisation, city, country } = person;
  return {
    line,
    name: shortened(name),
    email: shortened(email),
    organisation: shortened(organisation),
    city: shortened(city),
    country,
    problems,
    person,
    refuse,
  };
}

/** Rows with the address of an earlier row say so; the earlier one is right. */
export function tellTwice(
  rows: readonly ReadPerson[],
  samePerson: (email: string) => string = emailKey,
): void {
  const lines = new Map<string, number>();
  for (const row of rows) {
    if (row.email === '') continue;
    const key = samePerson(row.person.email);
    const other = lines.get(key);
    if (other === undefined) lines.set(key, row.line);
    else row.refuse('email', 'twice', { otherLine: other });
  }
}

/** As it is stored, on one line: breaks were copied along from pages and mails, never meant. */
export function inOneLine(typed: string): string {
  return cleanText(typed.replace(/[\u0009-\u000d\u00a0]+/g, ' '));
}

/** A name that stands in two columns is mended in the first of them. */
function columnOf(field: PersonField, places: ReadonlyMap<PersonField, number>): number | null {
  const own = places.get(field);
  if (own !== undefined) return own;
  return field === 'name' ? (places.get('firstName') ?? places.get('lastName') ?? null) : null;
}

function languageNamed(typed: string): Language | null {
  const [words = ''] = plainWords(typed).split(' ');
  return LANGUAGES.find((language) => language === words || LANGUAGE_WORDS[language].includes(words)) ?? null;
}

function problemCode(code: string): PersonProblemCode {
  switch (code) {
    case 'required':
    case 'too-short':
    case 'too-long':
      return code;
    default:
      return 'wrong-format';
  }
}

function shortened(text: string): string {
  return text.length > 2 * SHOWN ? `${text.slice(0, 2 * SHOWN)}…` : text;
}

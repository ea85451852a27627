import { SESSION_KINDS, TIMES_OF_DAY, type SeriesPageQuestion } from '@reihe/shared-contracts';
import { isTimeZone } from '@reihe/shared-policies';

type Key = keyof SeriesPageQuestion;

const DAY = /^\d{4}-\d\d-\d\d$/;
const SLUG = /^[a-z\d]+(-[a-z\d]+)*$/;

/** What each key of the address may say, in the order in which addresses say it; lists are marked. */
const KEYS: readonly (readonly [key: Key, fits: RegExp, isList?: true])[] = [
  ['q', /^.{1,100}$/],
  ['when', /^(upcoming|past)$/],
  ['from', DAY],
  ['to', DAY],
  ['time', oneOf(TIMES_OF_DAY), true],
  ['zone', /^[A-Z][\w+/-]{1,58}$/i],
  ['region', SLUG, true],
  ['category', SLUG, true],
  ['language', /^[a-z]{2,3}(-[a-z\d]{2,8})*$/i, true],
  ['kind', oneOf(SESSION_KINDS), true],
  ['view', /^month$/],
  ['month', /^\d{4}-(0[1-9]|1[0-2])$/],
  ['start', /^[1-9]\d{0,4}$/],
];

/** How the found sessions are shown, and not which ones are found. */
const VIEW_KEYS: readonly Key[] = ['view', 'month', 'start'];

function oneOf(values: readonly string[]): RegExp {
  return new RegExp(`^(${values.join('|')})$`);
}

/** What an address asks of the programme; anything that nobody can mean is left out. */
export function questionIn(query: Readonly<Record<string, unknown>>): SeriesPageQuestion {
  const question: Record<string, unknown> = {};
  for (const [key, fits, isList] of KEYS) {
    const values = [query[key]]
      .flat()
      .map((value) => (typeof value === 'string' ? value.trim() : ''))
      .filter(
        (value) =>
          fits.test(value) && (fits !== DAY || isDay(value)) && (key !== 'zone' || isTimeZone(value)),
      );
    if (values.length > 0) question[key] = isList ? values : values[0];
  }
  // Without a day or a time of day there is nothing that a zone could be of.
  if (!['from', 'to', 'time'].some((key) => key in question)) delete question['zone'];
  return question;
}

/** The filter without how it is shown. */
export function filterOf(question: SeriesPageQuestion): SeriesPageQuestion {
  return Object.fromEntries(Object.entries(question).filter(([key]) => !VIEW_KEYS.includes(key as Key)));
}

/** `?region=asia&region=africa`; empty where nothing is asked. */
export function queryOf(question: object): string {
  const parts: string[] = [];
  for (const [key, value] of Object.entries(question) as [string, string | string[] | undefined][])
    for (const one of [value].flat()) if (one) parts.push(`${key}=${encodeURIComponent(one)}`);
  return parts.length > 0 ? `?${parts.join('&')}` : '';
}

function isDay(date: string): boolean {
  const parsed = new Date(date);
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(date);
}

import { FORMAT_PATTERNS, PAGE_SIZE, type RecapsPage } from '@reihe/shared-contracts';

/** Names of the form's fields, which are the keys of the page's address and the API's. */
export const FILTERS = ['q', 'series', 'region', 'category', 'year'] as const;
export type Filter = (typeof FILTERS)[number];
export type Filters = Record<Filter, string | undefined>;

/** The longest search and the last page that the API answers. */
const LONGEST_SEARCH = 200;
const LAST_PAGE = 100_000;

/** What an address asks for. What can be no filter is none: such addresses come from broken links, whose readers want the list. */
export function filtersOf(asked: Filters): Filters {
  const slug = (value = '') => (FORMAT_PATTERNS.slug.test(value) && value.length <= 120 ? value : undefined);
  const { q, series, region, category, year = '' } = asked;
  return {
    q: q?.slice(0, LONGEST_SEARCH),
    series: slug(series),
    region: slug(region),
    category: slug(category),
    year: /^(19|[2-9]\d)\d\d$/.test(year) ? year : undefined,
  };
}

/** Undefined for the first page, so that it has one address. */
export function pageNumber(page: string | undefined): number | undefined {
  const number = Number(page);
  return Number.isInteger(number) && number > 1 ? Math.min(number, LAST_PAGE) : undefined;
}

export function pageCountOf({ total, pageSize }: RecapsPage['recaps']): number {
  return Math.ceil(total / (pageSize || PAGE_SIZE.default));
}

/** One value of a filter: its words with the number of recaps that it leaves. */
export interface Choice {
  value: string;
  words: string;
  count: number;
}

/** @param gone words for an asked value that nothing has any more, so that the form still shows what is filtered by */
export function choicesOf(choices: readonly Choice[], asked: string | undefined, gone: string): Choice[] {
  const isThere = asked === undefined || choices.some(({ value }) => value === asked);
  return isThere ? [...choices] : [...choices, { value: asked, words: gone, count: 0 }];
}

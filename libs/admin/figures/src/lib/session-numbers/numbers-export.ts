import type { SessionNumbers } from '@reihe/shared-registration';
import type { Formats } from '@reihe/web-platform';
import { countryWords, funnelRows, overTimeWords, stateRows } from './numbers-words';

/** Everything the page shows, part after part. */
export function numbersTable(numbers: SessionNumbers, formats: Formats): string[][] {
  const empty: string[] = [];
  return [
    [$localize`:@@figures.numbers.now:Now`, $localize`:@@figures.numbers.people:People`],
    ...stateRows(numbers.states).map(({ words, value }) => [words, String(value)]),
    empty,
    [
      $localize`:@@figures.numbers.funnel:From the form to the session`,
      $localize`:@@figures.numbers.people:People`,
    ],
    ...funnelRows(numbers.funnel).map(({ words, value }) => [words, String(value)]),
    empty,
    [
      $localize`:@@figures.column-country:Country`,
      $localize`:@@figures.numbers.registered:Registered`,
      $localize`:@@figures.numbers.confirmed:Confirmed`,
    ],
    ...numbers.countries.map(({ country, registered, confirmed }) => [
      countryWords(country, formats),
      String(registered),
      String(confirmed),
    ]),
    empty,
    [$localize`:@@figures.numbers.from:From`, ...overTimeWords()],
    ...numbers.overTime.map(({ from, sent, confirmed, cancelled }) => [
      from,
      String(sent),
      String(confirmed),
      String(cancelled),
    ]),
  ];
}

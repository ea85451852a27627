import type { ReportedCountry } from '../funder-report';
import type { Block, Line } from './report-document';
import { section, type Composing } from './section';

/** The annex: most people first, those who gave no country last. */
export function countriesOf(composing: Composing): Block[] {
  const { report, words, formats } = composing;
  const { columns } = words.countries;
  const heading = section('countries', words.countries, 1, true);
  if (report.countries.every(({ country }) => country === null))
    return [...heading, { kind: 'text', text: words.countries.none }];
  const sorted = [...report.countries].sort(
    (one, other) =>
      Number(one.country === null) - Number(other.country === null) ||
      (other.people?.least ?? -1) - (one.people?.least ?? -1) ||
      formats.byName(formats.country(one.country), formats.country(other.country)),
  );
  return [
    ...heading,
    {
      kind: 'table',
      id: 'countries-table',
      caption: words.countries.title,
      columns: [
        { label: columns.country, width: 28 },
        { label: columns.people, isNumber: true, width: 16 },
        { label: columns.share, isNumber: true, width: 12 },
        { label: columns.cities, width: 44 },
      ],
      rows: sorted.map((country) => rowOf(country, composing)),
    },
  ];
}

function rowOf(
  { country, people, cities }: ReportedCountry,
  { report, words, formats }: Composing,
): Line[][] {
  const all = report.everybody.least;
  const share = people && all > 0 ? formats.share(people.least / all) : '–';
  const named = [...cities]
    .sort(
      (one, other) =>
        (other.people?.least ?? -1) - (one.people?.least ?? -1) || formats.byName(one.name, other.name),
    )
    .map(({ name, people: ofCity }) =>
      ofCity === null ? name : words.countries.city(name, formats.amount(ofCity)),
    );
  return [
    [{ text: formats.country(country) }],
    [{ text: formats.amount(people) }],
    [{ text: share }],
    [{ text: named.length > 0 ? named.join(', ') : '–' }],
  ];
}

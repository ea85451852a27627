import { drawWorld } from '../drawing/world-map';
import type { Block } from './report-document';
import { section, type Composing } from './section';

/** Where people come from: countries by shade, cities as dots. The annex is its twin in words. */
export function mapOf({ report, words, formats }: Composing): Block[] {
  const countries = report.countries.flatMap(({ country, people }) =>
    country === null ? [] : [{ country, people: people?.least ?? null }],
  );
  const places = report.countries
    .flatMap(({ cities }) => cities)
    .flatMap(({ place }) => (place ? [place] : []));
  const shown = countries.flatMap(({ people }) => (people === null ? [] : [people]));
  const [first] = [...countries].sort((one, other) => (other.people ?? 0) - (one.people ?? 0));
  const alt = first
    ? words.map.alt(
        words.map.countries(formats.number(countries.length), countries.length === 1),
        formats.country(first.country),
      )
    : words.map.altNothing;
  const scale =
    shown.length > 0
      ? words.map.scale(formats.number(Math.min(...shown)), formats.number(Math.max(...shown)))
      : null;
  return [
    ...section('map', words.map),
    { kind: 'picture', id: 'world-map', drawing: drawWorld(countries, places), alt },
    ...(scale === null ? [] : [{ kind: 'text' as const, text: scale }]),
  ];
}

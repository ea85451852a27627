import type { Dashboard, DashboardFigure, PeopleNumbers } from '@reihe/shared-figures';
import type { Formats } from '@reihe/web-platform';
import { notTold, totalWords } from '../figure-words';
import type { ChartSeries, Panel, PanelCell } from './panel';

/** More are in the table; the chart would be a blur of them. */
export const MOST_BARS = 15;

export const cell = (value: number, figure: DashboardFigure, part?: string): PanelCell => ({
  value,
  opens: value === 0 ? null : { figure, ...(part !== undefined && { value: part }) },
});
export const plain = (value: number): PanelCell => ({ value, opens: null });

export const peopleWords = () => $localize`:@@figures.numbers.people:People`;
export const guestsWords = () => $localize`:@@dashboards.guests:Guests not identified`;

/** Headings of numbers of people; guests have a column only where they count. */
export function peopleColumns({ basis }: Dashboard): string[] {
  const columns = [peopleWords(), totalWords('participations')];
  return basis === 'attendance' ? [...columns, guestsWords()] : columns;
}

export function peopleCells(
  { basis }: Dashboard,
  { people, participations, guests }: PeopleNumbers,
  figure: DashboardFigure,
  part: string,
): PanelCell[] {
  const cells = [cell(people, figure, part), cell(participations, figure, part)];
  return basis === 'attendance' ? [...cells, cell(guests, figure, part)] : cells;
}

export function peopleSeries({ basis }: Dashboard, shown: readonly PeopleNumbers[]): ChartSeries[] {
  const people = { name: peopleWords(), values: shown.map((one) => one.people) };
  const guests = { name: guestsWords(), values: shown.map((one) => one.guests) };
  return basis === 'attendance' ? [people, guests] : [people];
}

interface PeoplePart extends PeopleNumbers {
  words: string;
  part: string;
}

function peoplePanel(
  dashboard: Dashboard,
  { id, heading, column, note }: { id: string; heading: string; column: string; note?: string },
  figure: DashboardFigure,
  parts: readonly PeoplePart[],
): Panel {
  const shown = parts.slice(0, MOST_BARS);
  return {
    id,
    heading,
    ...(note !== undefined && { note }),
    columns: [column, ...peopleColumns(dashboard)],
    rows: parts.map((one) => ({ words: one.words, cells: peopleCells(dashboard, one, figure, one.part) })),
    chart:
      parts.length === 0
        ? null
        : { kind: 'bars', labels: shown.map(({ words }) => words), series: peopleSeries(dashboard, shown) },
  };
}

export function totalOf({ totals }: Dashboard, of: Dashboard['totals'][number]['measure']): number {
  return totals.find(({ measure }) => measure === of)?.min ?? 0;
}

export function countriesPanel(dashboard: Dashboard, formats: Formats): Panel {
  return peoplePanel(
    dashboard,
    {
      id: 'countries',
      heading: $localize`:@@dashboards.countries:By country`,
      column: $localize`:@@figures.column-country:Country`,
    },
    'country',
    dashboard.countries.map((one) => ({
      ...one,
      words: one.country === null ? notTold() : formats.countryName(one.country),
      part: one.country ?? '-',
    })),
  );
}

export function citiesPanel(dashboard: Dashboard, formats: Formats): Panel {
  const { cities } = dashboard;
  const all = totalOf(dashboard, 'cities');
  const [shown, known] = [formats.number(cities.length), formats.number(all)];
  return peoplePanel(
    dashboard,
    {
      id: 'cities',
      heading: $localize`:@@dashboards.cities:By city`,
      column: $localize`:@@dashboards.cities.column:City`,
      ...(all > cities.length && {
        note: $localize`:@@dashboards.cities.cut:The ${shown}:shown: cities with the most people, of ${known}:all:.`,
      }),
    },
    'city',
    cities.map((one) => ({
      ...one,
      words: one.country === null ? one.city : `${one.city}, ${formats.countryName(one.country)}`,
      part: `${one.country ?? '-'}:${one.city}`,
    })),
  );
}

export function worldRegionsPanel(dashboard: Dashboard): Panel {
  return peoplePanel(
    dashboard,
    {
      id: 'world-regions',
      heading: $localize`:@@dashboards.world-regions:By region of the world`,
      column: $localize`:@@dashboards.region:Region`,
      note: $localize`:@@dashboards.world-regions.note:By the country of the person; a country of two regions counts in both.`,
    },
    'world-region',
    dashboard.worldRegions.map((one) => ({
      ...one,
      words: one.id === null ? $localize`:@@dashboards.no-region:In no region` : one.name,
      part: one.id ?? '-',
    })),
  );
}

export function organisationsPanel(dashboard: Dashboard, formats: Formats): Panel {
  const all = totalOf(dashboard, 'organisations');
  const [shown, known] = [formats.number(dashboard.organisations.length), formats.number(all)];
  return peoplePanel(
    dashboard,
    {
      id: 'organisations',
      heading: $localize`:@@dashboards.organisations:By organisation`,
      column: $localize`:@@dashboards.organisation:Organisation`,
      ...(all > dashboard.organisations.length && {
        note: $localize`:@@dashboards.organisations.cut:The ${shown}:shown: organisations with the most people, of ${known}:all:.`,
      }),
    },
    'organisation',
    dashboard.organisations.map((one) => ({
      ...one,
      words: one.name === '' ? $localize`:@@dashboards.organisation.erased:Erased` : one.name,
      part: one.key,
    })),
  );
}

export function languagesPanel(dashboard: Dashboard, formats: Formats): Panel {
  return peoplePanel(
    dashboard,
    {
      id: 'languages',
      heading: $localize`:@@dashboards.languages:By language`,
      column: $localize`:@@dashboards.language:Language`,
      note: $localize`:@@dashboards.languages.note:In which people registered.`,
    },
    'language',
    dashboard.languages.map((one) => ({
      ...one,
      words: one.language === null ? notTold() : formats.languageName(one.language),
      part: one.language ?? '-',
    })),
  );
}

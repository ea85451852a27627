import { drawColumns, drawRows, type Bar, type Column } from '../drawing/bars';
import { LOOK } from '../drawing/drawing';
import type { Amount, ShownAmount } from '../funder-report';
import { everyMonth } from './every-month';
import { regionColour } from './region-colours';
import type { Block, Line } from './report-document';
import { section, type Composing } from './section';

interface Chart {
  id: string;
  said: Composing['words']['charts']['sessions'];
  /** What each bar is called and how long it is, for who does not see it. */
  bars: { name: string; amount: ShownAmount }[];
  draw: () => Extract<Block, { kind: 'picture' }>['drawing'];
  rows: string[][];
}

/** Five charts, each with the table that says the same. */
export function chartsOf(composing: Composing): Block[] {
  const charts = [
    sessionsByMonth(composing),
    peopleByRegion(composing),
    peopleByCategory(composing),
    registrationsOverTime(composing),
    firstTimeAndAgain(composing),
  ];
  return [
    ...section('charts', composing.words.charts),
    ...charts.flatMap((chart) => blocksOf(chart, composing)),
  ];
}

function blocksOf({ id, said, bars, draw, rows }: Chart, { words, formats }: Composing): Block[] {
  const [largest] = [...bars].sort((one, other) => (other.amount?.most ?? 0) - (one.amount?.most ?? 0));
  const heading = section(id, said, 2);
  if (!largest?.amount || largest.amount.most === 0)
    return [...heading, { kind: 'text', text: words.charts.nothing }];
  const alt = words.charts.alt(said.title, {
    name: largest.name,
    value: formats.amount(largest.amount),
  });
  return [
    ...heading,
    { kind: 'picture', id: `${id}-chart`, drawing: draw(), alt },
    {
      kind: 'table',
      id: `${id}-table`,
      caption: said.title,
      columns: said.columns.map((label, at) => ({
        label,
        isNumber: at > 0,
        width: at === 0 ? 50 : 50 / (said.columns.length - 1),
      })),
      rows: rows.map((row) => row.map((text): Line[] => [{ text }])),
    },
  ];
}

function sessionsByMonth({ report, words, formats }: Composing): Chart {
  const months = everyMonth(report.sessionsByMonth, (month) => ({ month, sessions: 0 }));
  return {
    id: 'sessions-by-month',
    said: words.charts.sessions,
    bars: months.map(({ month, sessions }) => ({ name: formats.month(month), amount: exactly(sessions) })),
    draw: () =>
      columns(
        months.map(({ month, sessions }) => ({
          name: formats.shortMonth(month),
          parts: [exactly(sessions)],
        })),
        formats,
      ),
    rows: months.map(({ month, sessions }) => [formats.month(month), formats.number(sessions)]),
  };
}

function peopleByRegion({ report, words, formats }: Composing): Chart {
  const bars = report.peopleByRegion.map(({ name, tint, people }) => ({
    ...{ name, amount: people, label: formats.amount(people), fill: regionColour(tint) },
  }));
  return rowsOfPeople('people-by-region', words.charts.regions, bars);
}

function peopleByCategory({ report, words, formats }: Composing): Chart {
  const bars = report.peopleByCategory.map(({ name, people }) => ({
    ...{ name, amount: people, label: formats.amount(people), fill: LOOK.harbour },
  }));
  return rowsOfPeople('people-by-category', words.charts.categories, bars);
}

function rowsOfPeople(id: string, said: Chart['said'], bars: Bar[]): Chart {
  return {
    id,
    said,
    bars,
    draw: () => drawRows(bars),
    rows: bars.map(({ name, label }) => [name, label]),
  };
}

function registrationsOverTime({ report, words, formats }: Composing): Chart {
  const months = everyMonth(report.registrationsByMonth, (month) => ({ month, registrations: 0 }));
  let sum = 0;
  return {
    id: 'registrations-over-time',
    said: words.charts.registrations,
    bars: months.map(({ month, registrations }) => ({
      name: formats.month(month),
      amount: exactly(registrations),
    })),
    draw: () =>
      columns(
        months.map(({ month, registrations }) => ({
          name: formats.shortMonth(month),
          parts: [exactly(registrations)],
        })),
        formats,
      ),
    rows: months.map(({ month, registrations }) => {
      sum += registrations;
      return [formats.month(month), formats.number(registrations), formats.number(sum)];
    }),
  };
}

function firstTimeAndAgain({ report, words, formats }: Composing): Chart {
  const months = everyMonth(report.returningByMonth, (month) => ({
    ...{ month, firstTime: exactly(0), again: exactly(0) },
  }));
  return {
    id: 'returning',
    said: words.charts.returning,
    bars: months.map(({ month, firstTime, again }) => ({
      name: formats.month(month),
      amount: { least: firstTime.least + again.least, most: firstTime.most + again.most },
    })),
    draw: () =>
      columns(
        months.map(({ month, firstTime, again }) => ({
          name: formats.shortMonth(month),
          parts: [again, firstTime],
        })),
        formats,
      ),
    rows: months.map(({ month, firstTime, again }) => [
      ...[formats.month(month), formats.amount(firstTime), formats.amount(again)],
    ]),
  };
}

function exactly(value: number): Amount {
  return { least: value, most: value };
}

function columns(all: Column[], formats: Composing['formats']) {
  return drawColumns(all, (value) => formats.number(value));
}

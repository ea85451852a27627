import type { CountedAmount, KeyFigure, StatedAmount } from '../funder-report';
import type { Block, Line } from './report-document';
import { section, type Composing } from './section';

/** Each figure with where it comes from, stated ones below the counted; then what differs, in sentences. */
export function keyFiguresOf(composing: Composing): Block[] {
  const { report, words, formats } = composing;
  const { columns, differences } = words.figures;
  const rows = report.figures.flatMap((figure) => rowsOf(figure, composing));
  const sentences = report.figures.flatMap((figure) =>
    figure.stated.map((stated) => comparison(figure, stated, composing)),
  );
  return [
    ...section('figures', words.figures, 1, true),
    {
      kind: 'table',
      id: 'figures-table',
      caption: `${words.figures.title}, ${formats.period(report)}`,
      columns: [
        { label: columns.measure, width: 46 },
        { label: columns.value, isNumber: true, width: 18 },
        { label: columns.origin, width: 36 },
      ],
      rows,
    },
    ...(sentences.length === 0
      ? []
      : [
          { kind: 'heading' as const, id: 'differences', level: 2 as const, text: differences },
          { kind: 'list' as const, items: sentences },
        ]),
  ];
}

function rowsOf({ measure, counted, stated }: KeyFigure, { words, formats }: Composing): Line[][][] {
  const name = words.figures.measures[measure];
  return [
    [
      [{ text: name }],
      [{ text: counted ? formats.amount(counted) : words.notRecorded, isStrong: counted !== null }],
      [{ text: counted ? originOf(counted, words) : '–' }],
    ],
    ...stated.map((one): Line[][] => [
      [{ text: words.figures.stated(name) }],
      [{ text: formats.stated(one), isStrong: true }],
      [{ text: formats.statedBy(one) }],
    ]),
  ];
}

export function originOf({ origin }: CountedAmount, words: Composing['words']): string {
  return origin === 'imported' ? words.imported : words.counted;
}

function comparison(
  { measure, counted }: KeyFigure,
  stated: StatedAmount,
  { words, formats }: Composing,
): string {
  const name = words.figures.measures[measure];
  const said = { stated: formats.stated(stated), by: formats.statedBy(stated) };
  if (!counted) return words.figures.unrecorded(name, said);
  const sentence = contradicts(counted, stated) ? words.figures.differs : words.figures.agrees;
  return sentence(name, { ...said, counted: formats.amount(counted) });
}

/** Whether the records cannot be what was stated: "at least 800" fits whatever may reach it. */
export function contradicts(
  { least, most }: Pick<CountedAmount, 'least' | 'most'>,
  { value, isAtLeast }: Pick<StatedAmount, 'value' | 'isAtLeast'>,
): boolean {
  return most < value || (!isAtLeast && least > value);
}

import type { Count } from '@reihe/shared-contracts';
import type {
  AttendanceThreshold,
  FigureDifference,
  PublicFigures,
  ShownNumber,
  ShownSessions,
} from '@reihe/shared-figures';
import { inPublishedOrder } from '@reihe/shared-figure-policies';
import { countOrigin, countValue, measureWords, type Formats } from '@reihe/web-platform';
import type { FigureTableRow, TableNumber } from './figure-table';

const notShown = () => $localize`:@@figures.not-shown:not shown`;

/** "12", "at least 12" or "not shown". */
export function shownNumber({ value, isAtLeast }: ShownNumber, formats: Formats): TableNumber {
  if (value === null) return { words: notShown(), value };
  const number = formats.number(value);
  return { words: isAtLeast ? $localize`:@@figures.at-least:at least ${number}:value:` : number, value };
}

/** What is not on record at all. */
const NONE: TableNumber = { words: '–', value: null };

export function sessionsNumbers(
  { participations, attended }: ShownSessions,
  formats: Formats,
): TableNumber[] {
  return [shownNumber(participations, formats), attended ? shownNumber(attended, formats) : NONE];
}

export interface NamedPart {
  name: string;
  tint?: FigureTableRow['tint'];
  participants: ShownNumber;
}

/** Parts whose number is shown, the largest first, and the names of the others: their order must not tell which is larger. */
export function partsInWords(
  parts: readonly NamedPart[],
  formats: Formats,
  language: string,
): { rows: FigureTableRow[]; others: string } {
  const { compare } = new Intl.Collator(language);
  const ordered = inPublishedOrder(
    parts.map((part) => ({ ...part, value: part.participants.value })),
    (a, b) => compare(a.name, b.name),
  );
  return {
    rows: ordered
      .filter(({ value }) => value !== null)
      .map(({ name, tint = null, participants }) => ({
        ...{ name, tint },
        numbers: [shownNumber(participants, formats)],
      })),
    others: formats.list(ordered.filter(({ value }) => value === null).map(({ name }) => name)),
  };
}

/** How somebody's statement and the records differ. */
export function differenceWords({ stated, recorded }: FigureDifference, formats: Formats): string {
  const said = `${countValue(stated, formats)} ${measureWords(stated.measure, stated.value)}`;
  const origin = countOrigin(stated, formats);
  if (!recorded)
    return $localize`:@@figures.difference-none:${said}:number: are ${origin}:origin:; there are no records of them here.`;
  const onRecord = recordWords(recorded, formats);
  return recorded.value < stated.value
    ? $localize`:@@figures.difference-fewer:${said}:number: are ${origin}:origin:; the records here hold fewer: ${onRecord}:recorded:.`
    : $localize`:@@figures.difference-more:${said}:number: are ${origin}:origin:; the records here hold more: ${onRecord}:recorded:.`;
}

function recordWords(count: Count, formats: Formats): string {
  return `${countValue(count, formats)} (${countOrigin(count, formats)})`;
}

/** What makes somebody one who took part. */
export function attendanceWords({ sharePercent, minutes }: AttendanceThreshold, formats: Formats): string {
  const [share, time] = [formats.number(sharePercent ?? 0), formats.number(minutes ?? 0)];
  if (minutes === null)
    return $localize`:@@figures.threshold-share:Who was there for at least ${share}:share: % of a session took part in it.`;
  if (sharePercent === null)
    return $localize`:@@figures.threshold-minutes:Who was there for at least ${time}:minutes: minutes of a session took part in it.`;
  return $localize`:@@figures.threshold-both:Who was there for at least ${share}:share: % of a session or ${time}:minutes: minutes, whichever is less, took part in it.`;
}

/** What is not shown, and why. */
export function smallWords({ smallBelow }: PublicFigures, formats: Formats): string {
  return $localize`:@@figures.small:Numbers below ${formats.number(smallBelow)}:threshold: are not shown, so that they point at nobody; nor are a few larger ones with which they could be worked out.`;
}

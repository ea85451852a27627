import type { CountingMethod } from '../funder-report';
import type { Block } from './report-document';
import { section, type Composing } from './section';

export function howWeCount({ report, words, formats }: Composing): Block[] {
  const { method } = words;
  const { attendance, basis, mergedPeople, unidentifiedGuests, smallestShown } = report.method;
  return [
    ...section('method', method),
    {
      kind: 'list',
      items: [
        method.people,
        mergedPeople === 0
          ? method.noMerges
          : method.merges(formats.number(mergedPeople), mergedPeople === 1),
        attendanceOf(attendance, { words, formats }),
        method.basis[basis],
        unidentifiedGuests === 0
          ? method.noGuests
          : method.guests(formats.number(unidentifiedGuests), unidentifiedGuests === 1),
        method.origins,
        smallestShown === null ? method.nothingSuppressed : method.suppressed(formats.number(smallestShown)),
        method.asOf(formats.moment(report.asOf)),
      ],
    },
  ];
}

function attendanceOf(
  { sharePercent, minutes }: CountingMethod['attendance'],
  { words: { method }, formats }: Pick<Composing, 'words' | 'formats'>,
): string {
  const share = sharePercent === null ? null : method.share(formats.percent(sharePercent));
  if (share === null) return method.attendanceByOne(formats.minutes(minutes ?? 0));
  return minutes === null
    ? method.attendanceByOne(share)
    : method.attendance(share, formats.minutes(minutes));
}

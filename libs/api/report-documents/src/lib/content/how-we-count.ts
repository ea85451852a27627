import type { Block } from './report-document';
import { section, type Composing } from './section';

export function howWeCount({ report, words, formats }: Composing): Block[] {
  const { method } = words;
  const { attendance, mergedPeople, unidentifiedGuests, smallestShown } = report.method;
  return [
    ...section('method', method),
    {
      kind: 'list',
      items: [
        method.people,
        mergedPeople === 0
          ? method.noMerges
          : method.merges(formats.number(mergedPeople), mergedPeople === 1),
        method.attendance(formats.percent(attendance.percent), formats.minutes(attendance.minutes)),
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

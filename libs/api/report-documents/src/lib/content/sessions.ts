import type { ReportedSession } from '../funder-report';
import type { Block, Line } from './report-document';
import { section, type Composing } from './section';

/** Every session of the period, with the addresses of what was written about it. */
export function sessionsOf(composing: Composing): Block[] {
  const { report, words, formats } = composing;
  const { columns } = words.sessions;
  const heading = section('sessions', words.sessions, 1, true);
  if (report.sessions.length === 0) return [...heading, { kind: 'text', text: words.sessions.none }];
  return [
    ...heading,
    {
      kind: 'table',
      id: 'sessions-table',
      caption: `${words.sessions.title}, ${formats.period(report)}`,
      columns: [
        { label: columns.title, width: 34 },
        { label: columns.date, width: 15 },
        { label: columns.languages, width: 14 },
        { label: columns.registered, isNumber: true, width: 13 },
        { label: columns.confirmed, isNumber: true, width: 12 },
        { label: columns.attended, isNumber: true, width: 12 },
      ],
      rows: report.sessions.map((session) => rowOf(session, composing)),
    },
  ];
}

function rowOf(session: ReportedSession, { words, formats }: Composing): Line[][] {
  const { startsAt, endsAt, timeZone, title, languages, state, registered, confirmed } = session;
  const { recaps, stated } = session;
  const note = { cancelled: words.sessions.cancelled, planned: words.sessions.planned, held: null }[state];
  return [
    [
      { text: title, isStrong: true },
      ...(note === null ? [] : [{ text: note }]),
      ...(stated
        ? [{ text: words.sessions.statedAttendance(formats.stated(stated), formats.statedBy(stated)) }]
        : []),
      ...recaps.map((address) => ({ text: address, address, label: words.sessions.recap })),
    ],
    [{ text: formats.day(startsAt, timeZone) }, { text: formats.times(startsAt, endsAt, timeZone) }],
    [{ text: formats.languages(languages) }],
    [{ text: formats.number(registered) }],
    [{ text: formats.number(confirmed) }],
    [{ text: attendedOf(session, { words, formats }) }],
  ];
}

function attendedOf(
  { state, attended }: ReportedSession,
  { words, formats }: Pick<Composing, 'words' | 'formats'>,
): string {
  if (attended) return formats.amount(attended);
  return state === 'held' ? words.notRecorded : '–';
}

import type { ReportedSession } from '../funder-report';
import type { Block, Line } from './report-document';
import { section, type Composing } from './section';

/** Every session of the period, with the addresses of what was written about it. */
export function sessionsOf(composing: Composing): Block[] {
  const { report, words, formats } = composing;
  const { columns } = words.sessions;
  const heading = section('sessions', words.sessions);
  if (report.sessions.length === 0) return [...heading, { kind: 'text', text: words.sessions.none }];
  return [
    ...heading,
    {
      kind: 'table',
      id: 'sessions-table',
      caption: `${words.sessions.title}, ${formats.period(report.period)}`,
      columns: [
        { label: columns.title, width: 36 },
        { label: columns.date, width: 16 },
        { label: columns.languages, width: 14 },
        { label: columns.registered, isNumber: true, width: 11 },
        { label: columns.confirmed, isNumber: true, width: 11 },
        { label: columns.attended, isNumber: true, width: 12 },
      ],
      rows: report.sessions.map((session) => rowOf(session, composing)),
    },
  ];
}

function rowOf(session: ReportedSession, { words, formats }: Composing): Line[][] {
  const { startsAt, endsAt, title, languages, state, registered, confirmed, recaps } = session;
  const note = { cancelled: words.sessions.cancelled, planned: words.sessions.planned, held: null }[state];
  return [
    [
      { text: title, isStrong: true },
      ...(note === null ? [] : [{ text: note }]),
      ...recaps.flatMap((address) => [{ text: words.sessions.recap }, { text: address, address }]),
    ],
    [{ text: formats.day(startsAt) }, { text: formats.times(startsAt, endsAt) }],
    [{ text: formats.languages(languages) }],
    [{ text: formats.number(registered) }],
    [{ text: formats.number(confirmed) }],
    attendedOf(session, { words, formats }),
  ];
}

function attendedOf(
  { state, attended, stated }: ReportedSession,
  { words, formats }: Pick<Composing, 'words' | 'formats'>,
): Line[] {
  const counted = attended ? formats.amount(attended) : state === 'held' ? words.notRecorded : '–';
  return [
    { text: counted },
    ...(stated
      ? [{ text: words.sessions.statedAttendance(formats.stated(stated), formats.statedBy(stated)) }]
      : []),
  ];
}

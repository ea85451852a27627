import type { MeetingReportFormat } from '../meeting-report';
import { sampleFile, type FileStyle, type SampleCell } from './sample-file';
import {
  meetingEnd,
  meetingStart,
  minutes,
  ms,
  people,
  row,
  SAMPLE_STAYS,
  time,
  type Sample,
  type SampleStay,
} from './sample-stays';
import { teams, teamsActions } from './sample-teams';
import { zoomMeeting, zoomRegistrants, zoomUnique, zoomWebinar } from './sample-zoom';

export interface SampleOptions extends FileStyle {
  stays?: readonly SampleStay[];
  /** Of headings and words. */
  language?: 'en' | 'de';
  title?: string;
  /**
   * The other form of the same tool: of Zoom's meetings one line for each person, with a sum instead of times; of Teams the list of
   * actions of before 2021.
   */
  isOther?: boolean;
  /** Zoom's meetings: lines about the meeting above the participants. */
  hasMeeting?: boolean;
}

/** A report as its tool writes one, with awkward cases unless `stays` says otherwise. */
export function sampleReport(format: MeetingReportFormat, options: SampleOptions = {}): Uint8Array {
  const style =
    format === 'teams'
      ? { separator: '\t' as const, encoding: 'utf-16le-mark' as const, ...options }
      : options;
  return sampleFile(sampleRows(format, options), style);
}

export function sampleRows(format: MeetingReportFormat, options: SampleOptions = {}): SampleCell[][] {
  const given: Sample = {
    stays: options.stays ?? SAMPLE_STAYS,
    title: options.title ?? 'Water in cities',
    isGerman: options.language === 'de',
    isOther: options.isOther ?? false,
    hasMeeting: options.hasMeeting ?? true,
  };
  switch (format) {
    case 'zoom-meeting':
      return given.isOther ? zoomUnique(given) : zoomMeeting(given);
    case 'zoom-webinar':
      return zoomWebinar(given);
    case 'zoom-registrants':
      return zoomRegistrants(given);
    case 'teams':
      return given.isOther ? teamsActions(given) : teams(given);
    case 'webex':
      return webex(given);
    case 'bigbluebutton':
      return bigbluebutton(given);
    case 'table':
      return table(given);
  }
}

/** Excel is kept from calculating. */
const literal = (text: string) => `="${text.replaceAll('"', '""')}"`;

function webex({ stays, title, isGerman }: Sample): SampleCell[][] {
  const [start, end] = [meetingStart(stays), meetingEnd(stays)];
  return [
    isGerman
      ? row(
          'Meetingname | Meeting-Startzeit | Meeting-Endzeit | Anzeigename | Rolle | Teilnehmer-E-Mail | Beitrittszeit | Verlassenszeit | Teilnahmedauer | Verbindungstyp',
        )
      : row(
          'Meeting Name | Meeting Start Time | Meeting End Time | Display Name | Role | Attendee Email | Join Time | Leave Time | Attendance Duration | Connection Type',
        ),
    ...stays.map((stay) => [
      literal(title),
      time(start),
      time(end),
      literal(stay.name),
      stay.role === 'host' ? 'Host' : stay.role === 'speaker' ? 'Panelist' : 'Attendee',
      stay.email ?? '5f1a@guest.webex.localhost',
      time(stay.joinedAt),
      time(stay.leftAt),
      `${minutes(stay)} mins`,
      'Desktop app',
    ]),
  ];
}

function bigbluebutton({ stays, isGerman }: Sample): SampleCell[][] {
  const columns = isGerman
    ? row(
        'Name | Moderator | Aktivitätswert | Redezeit | Webcamzeit | Nachrichten | Emojis | Abstimmungen | Gehobene Hände | Teilnahme | Verlassen | Dauer',
      )
    : row(
        'Name | Moderator | Activity Score | Talk Time | Webcam Time | Messages | Reactions | Poll Votes | Raise Hands | Join | Left | Duration',
      );
  const everybody = people(stays);
  return [
    [...columns, 'Did it help?'],
    ...everybody.map((own) => {
      const duration = own.reduce((sum, stay) => sum + ms(stay), 0);
      const stay = [
        time(meetingStart(own)),
        time(meetingEnd(own), '-'),
        new Date(duration).toISOString().slice(11, 19),
      ];
      return [
        own[0].name,
        own[0].role === 'host' ? 'TRUE' : 'FALSE',
        '0.5',
        '00:01:10',
        '-',
        '1',
        '0',
        '1',
        '0',
        ...stay,
        'Yes',
      ];
    }),
    [isGerman ? 'Anonym' : 'Anonymous', ...columns.slice(1).map(() => ''), 'Yes\r\nNo'],
  ];
}

function table({ stays, isGerman }: Sample): SampleCell[][] {
  return [
    isGerman
      ? row('Teilnehmer | E-Mail | Organisation | Ort | Land | Beginn | Ende | Rolle | Token')
      : row('Participant | E-mail | Organisation | City | Country | Joined | Left | Role | Token'),
    ...stays.map((stay) => [
      stay.name,
      stay.email ?? '',
      stay.organisation ?? '',
      stay.city ?? '',
      stay.country ?? '',
      time(stay.joinedAt),
      time(stay.leftAt),
      stay.role ?? '',
      stay.token ?? '',
    ]),
  ];
}

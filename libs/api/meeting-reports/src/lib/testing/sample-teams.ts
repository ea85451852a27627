import type { SampleCell } from './sample-file';
import {
  meetingEnd,
  meetingStart,
  ms,
  people,
  row,
  time,
  type Sample,
  type SampleStay,
} from './sample-stays';

function span(stay: SampleStay, isGerman: boolean, duration = ms(stay)): string {
  const seconds = Math.round(duration / 1000);
  const parts: [number, string, string][] = [
    [Math.floor(seconds / 3600), 'h', 'Std.'],
    [Math.floor(seconds / 60) % 60, 'm', 'Min.'],
    [seconds % 60, 's', 'Sek.'],
  ];
  const told = parts.filter(([amount], index) => amount > 0 || index === 2);
  return told
    .map(([amount, english, german]) => (isGerman ? `${amount} ${german}` : `${amount}${english}`))
    .join(' ');
}

function teamsRole({ role }: SampleStay, isGerman: boolean): string {
  if (role === 'host') return isGerman ? 'Organisator' : 'Organizer';
  if (role === 'speaker') return isGerman ? 'Referent' : 'Presenter';
  return isGerman ? 'Teilnehmer' : 'Attendee';
}

export function teams({ stays, title, isGerman }: Sample): SampleCell[][] {
  const everybody = people(stays);
  const total = (own: readonly SampleStay[]) => own.reduce((sum, stay) => sum + ms(stay), 0);
  return [
    [isGerman ? '1. Zusammenfassung' : '1. Summary'],
    [isGerman ? 'Besprechungstitel' : 'Meeting title', title],
    [isGerman ? 'Teilnehmer' : 'Attended participants', String(everybody.length)],
    [isGerman ? 'Startzeit' : 'Start time', time(meetingStart(stays))],
    [isGerman ? 'Endzeit' : 'End time', time(meetingEnd(stays))],
    [isGerman ? 'Besprechungsdauer' : 'Meeting duration', '1h 45m 0s'],
    [],
    [isGerman ? '2. Teilnehmer' : '2. Participants'],
    isGerman
      ? row(
          'Name | Erster Beitritt | Letztes Verlassen | Dauer der Besprechung | E-Mail | Teilnehmer-ID (UPN) | Rolle',
        )
      : row('Name | First Join | Last Leave | In-Meeting Duration | Email | Participant ID (UPN) | Role'),
    ...everybody.map((own) => [
      own[0].name,
      time(meetingStart(own)),
      time(meetingEnd(own)),
      span(own[0], isGerman, total(own)),
      own[0].email ?? '',
      own[0].email ?? '',
      teamsRole(own[0], isGerman),
    ]),
    [],
    [isGerman ? '3. Aktivitäten in der Besprechung' : '3. In-Meeting Activities'],
    isGerman
      ? row('Name | Beitrittszeit | Verlassenszeit | Dauer | E-Mail | Rolle')
      : row('Name | Join Time | Leave Time | Duration | Email | Role'),
    ...stays.map((stay) => [
      stay.name,
      time(stay.joinedAt),
      time(stay.leftAt),
      span(stay, isGerman),
      stay.email ?? '',
      teamsRole(stay, isGerman),
    ]),
  ];
}

export function teamsActions({ stays, isGerman }: Sample): SampleCell[][] {
  const [joined, left] = isGerman ? ['Beigetreten', 'Verlassen'] : ['Joined', 'Left'];
  return [
    isGerman
      ? ['Vollständiger Name', 'Benutzeraktion', 'Zeitstempel']
      : ['Full Name', 'User Action', 'Timestamp'],
    ...stays.flatMap((stay) => [
      [stay.name, stay.role === 'host' && !isGerman ? 'Joined before' : joined, time(stay.joinedAt)],
      ...(stay.leftAt ? [[stay.name, left, time(stay.leftAt)]] : []),
    ]),
  ];
}

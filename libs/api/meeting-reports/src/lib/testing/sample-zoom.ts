import type { SampleCell } from './sample-file';
import {
  meetingEnd,
  meetingStart,
  minutes,
  people,
  row,
  SAMPLE_SESSION,
  time,
  type Sample,
  type SampleStay,
} from './sample-stays';

export function zoomMeeting({ stays, title, isGerman, hasMeeting }: Sample): SampleCell[][] {
  const about = isGerman
    ? row('Meeting-ID | Thema | Startzeit | Endzeit | Benutzer-E-Mail | Dauer (Minuten) | Teilnehmer')
    : row('Meeting ID | Topic | Start Time | End Time | User Email | Duration (Minutes) | Participants');
  const columns = isGerman
    ? row(
        'Name (Originalname) | Benutzer-E-Mail | Beitrittszeit | Verlassen um | Dauer (Minuten) | Gast | Im Warteraum',
      )
    : row(
        'Name (Original Name) | User Email | Join Time | Leave Time | Duration (Minutes) | Guest | In Waiting Room',
      );
  const [yes, no] = isGerman ? ['Ja', 'Nein'] : ['Yes', 'No'];
  const [start, end] = [meetingStart(stays), meetingEnd(stays)];
  const meeting = [
    '987 6543 2100',
    title,
    time(start),
    time(end),
    'ada@host.example',
    '105',
    String(people(stays).length),
  ];
  return [
    ...(hasMeeting ? [about, meeting, []] : []),
    columns,
    ...stays.map((stay) => [
      stay.role === 'host' ? `${stay.name} (${isGerman ? 'Gastgeber' : 'Host'})` : stay.name,
      stay.email ?? '',
      time(stay.joinedAt),
      time(stay.leftAt),
      minutes(stay),
      stay.email ? no : yes,
      no,
    ]),
  ];
}

export function zoomUnique({ stays, isGerman }: Sample): SampleCell[][] {
  return [
    isGerman
      ? row('Name (Originalname) | Benutzer-E-Mail | Gesamtdauer (Minuten) | Gast')
      : row('Name (Original Name) | User Email | Total Duration (Minutes) | Guest'),
    ...people(stays).map((own) => [
      own[0].name,
      own[0].email ?? '',
      minutes(...own),
      own[0].email ? 'No' : 'Yes',
    ]),
  ];
}

export function zoomWebinar({ stays, title, isGerman }: Sample): SampleCell[][] {
  const start = meetingStart(stays);
  const hosts = stays.filter(({ role }) => role === 'host');
  const speakers = stays.filter(({ role }) => role === 'speaker');
  const phones = stays.filter(({ name }) => name.startsWith('+'));
  const others = stays.filter((stay) => !stay.role && !phones.includes(stay));
  const [yes, no] = isGerman ? ['Ja', 'Nein'] : ['Yes', 'No'];
  const name = isGerman ? 'Benutzername (Originalname)' : 'User Name (Original Name)';
  const stay = isGerman
    ? row(
        'Beitrittszeit | Verlassenszeit | Zeit in der Sitzung (Minuten) | Ist Gast | Name des Landes/der Region',
      )
    : row('Join Time | Leave Time | Time in Session (minutes) | Is Guest | Country/Region Name');
  const [attended, email] = isGerman ? ['Teilgenommen', 'E-Mail'] : ['Attended', 'Email'];
  const staying = (one: SampleStay): SampleCell[] => [
    time(one.joinedAt, '--'),
    time(one.leftAt, '--'),
    one.joinedAt ? minutes(one) : '--',
    one.email ? no : yes,
    one.country ?? '',
  ];
  const section = (heading: string, own: readonly SampleStay[]): SampleCell[][] => [
    [heading, ''],
    [attended, name, email, ...stay],
    ...own.map((one) => [yes, one.name, one.email ?? '', ...staying(one)]),
  ];
  return [
    [isGerman ? 'Teilnehmerbericht' : 'Attendee Report', ''],
    [isGerman ? 'Bericht erstellt:' : 'Report Generated:', time('2026-10-07T08:00:00Z')],
    isGerman
      ? row('Thema | Webinar-ID | Tatsächliche Startzeit | Tatsächliche Dauer (Minuten) | # Registriert')
      : row('Topic | Webinar ID | Actual Start Time | Actual Duration (minutes) | # Registered'),
    [title, '912-345-678', time(start), '105', String(others.length)],
    ...section(isGerman ? 'Hostdetails' : 'Host Details', hosts),
    ...section(isGerman ? 'Diskussionsteilnehmerdetails' : 'Panelist Details', speakers),
    [isGerman ? 'Teilnehmerdetails' : 'Attendee Details', ''],
    isGerman
      ? [attended, name, 'Vorname', 'Nachname', email, 'Registrierungszeit', 'Genehmigungsstatus', ...stay]
      : [attended, name, 'First Name', 'Last Name', email, 'Registration Time', 'Approval Status', ...stay],
    ...others.map((one) => {
      const [first = '', ...last] = one.name.split(' ');
      const registered = time('2026-09-20T10:00:00Z');
      return [
        one.joinedAt ? yes : no,
        one.name,
        first,
        last.join(' '),
        one.email ?? '',
        registered,
        'approved',
        ...staying(one),
      ];
    }),
    [isGerman ? 'Andere Teilnehmer' : 'Other Attended', ''],
    [isGerman ? 'Benutzername' : 'User Name', ...stay.slice(0, 3), ...stay.slice(4)],
    ...phones.map((one) => [one.name, ...staying(one).slice(0, 3), '']),
  ];
}

export function zoomRegistrants({ stays, title, isGerman }: Sample): SampleCell[][] {
  return [
    [isGerman ? 'Registrierungsbericht' : 'Registration Report', ''],
    isGerman ? ['Thema', 'Webinar-ID', 'Geplante Zeit'] : ['Topic', 'Webinar ID', 'Scheduled Time'],
    [title, '912-345-678', time(meetingStart(stays) ?? SAMPLE_SESSION.startsAt)],
    [isGerman ? 'Details der Registrierten' : 'Registrant Details', ''],
    isGerman
      ? row(
          'Vorname | Nachname | E-Mail | Stadt | Land/Region | Organisation | Registrierungszeit | Genehmigungsstatus | Was erwarten Sie?',
        )
      : row(
          'First Name | Last Name | Email | City | Country/Region | Organization | Registration Time | Approval Status | What do you expect?',
        ),
    ...people(stays).map(([{ name, email, city, country, organisation }]) => {
      const [first = '', ...last] = name.split(' ');
      const registered = time('2026-09-20T10:00:00Z');
      return [
        first,
        last.join(' '),
        email ?? '',
        city ?? '',
        country ?? '',
        organisation ?? '',
        registered,
        'approved',
        'Much,\nand more',
      ];
    }),
  ];
}

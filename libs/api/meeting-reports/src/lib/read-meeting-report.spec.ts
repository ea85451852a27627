import { MEETING_REPORT_FORMATS } from './meeting-report';
import { readMeetingReport } from './read-meeting-report';
import { BERLIN, brief, readText, told } from './testing/read-sample';
import { sampleReport } from './testing/sample-report';

const STAYS = [
  'Ada Sample | ada@host.example | 11:50:00 | 13:35:00 | 105 | host',
  'Ben Beispiel | ben@city.example | 12:00:05 | 12:20:00 | 20 | attendee',
  'Ben Beispiel | ben@city.example | 12:19:30 | 12:40:10 | 21 | attendee',
  'Ben Beispiel | ben@city.example | 13:00:00 | 13:30:00 | 30 | attendee',
  'Cleo Müster | cleo@town.example | 12:02:00 | 12:10:00 | 8 | attendee',
  'C. Müster – Stadtwerke | Cleo@town.example | 12:11:00 | 12:50:00 | 39 | attendee',
  'iPhone (Cleo) |  | 12:51:00 | 13:29:59 | 39 | attendee',
  'A guest, from elsewhere |  | 12:05:00 | 13:30:00 | 85 | attendee',
  'Ada’s Notetaker (Otter.ai) |  | 12:00:00 | 13:30:00 | 90 | bot',
  '+49 30 ***12 |  | 12:15:00 | 12:45:00 | 30 | attendee',
  '=HYPERLINK("https://trap.example","Dan") | dan@trap.example | 12:30:00 | 12:31:00 | 1 | attendee',
];
const withoutLine = (lines: string[]) => lines.map((line) => line.replace(/^\d+ \| /, ''));
const withoutMinutes = (lines: string[]) => lines.map((line) => line.replace(/[\d.]+( \| \w+)$/, '-$1'));

describe('a report of a meeting', () => {
  const forms = MEETING_REPORT_FORMATS.flatMap((format) =>
    (['en', 'de'] as const).map((language) => [format, language] as const),
  );

  it.each(forms)('of the form %s is told by its content, with headings in %s', async (format, language) => {
    const report = await readMeetingReport(sampleReport(format, { language }), BERLIN);
    expect({ format: report.format, problems: report.problems }).toEqual({ format, problems: [] });
    expect(report.columns).toHaveLength(report.guessed.length);
  });

  it.each(forms.filter(([format]) => ['zoom-meeting', 'zoom-webinar', 'webex', 'table'].includes(format)))(
    'of the form %s tells every stay, with headings in %s',
    async (format, language) => {
      const read = withoutLine(brief(await readMeetingReport(sampleReport(format, { language }), BERLIN)));
      expect([...read].sort()).toEqual([...(format === 'table' ? withoutMinutes(STAYS) : STAYS)].sort());
    },
  );
});

describe('Zoom', () => {
  it('tells the meeting above its participants', async () => {
    const { meeting, guessed } = await readMeetingReport(sampleReport('zoom-meeting'), BERLIN);
    expect(meeting).toEqual({
      title: 'Water in cities',
      id: '987 6543 2100',
      startsAt: '2026-10-06T11:50:00.000Z',
      endsAt: '2026-10-06T13:35:00.000Z',
    });
    expect(guessed).toEqual(['name', 'email', 'joinedAt', 'leftAt', 'minutes', null, null]);
  });

  it('is known without a meeting above, by the headings it has since 2023', async () => {
    const report = await readText(
      'Name (original name),Email,Join time,Leave time,Duration (minutes),Guest,In waiting room,Recording disclaimer response\n' +
        'Ada Sample (Host),ada@host.example,10/06/2026 02:00:00 PM,10/06/2026 03:30:00 PM,90,No,No,OK\n',
    );
    expect(report.format).toBe('zoom-meeting');
    expect(brief(report)).toEqual(['2 | Ada Sample | ada@host.example | 12:00:00 | 13:30:00 | 90 | host']);
  });

  it.each(['en', 'de'] as const)('gives a sum for each unique user, in %s', async (language) => {
    const report = await readMeetingReport(sampleReport('zoom-meeting', { language, isOther: true }), BERLIN);
    expect(report.format).toBe('zoom-meeting');
    expect(report.dateOrder).toBeNull();
    expect(brief(report).slice(0, 2)).toEqual([
      '2 | Ada Sample | ada@host.example | - | - | 105 | attendee',
      '3 | Ben Beispiel | ben@city.example | - | - | 71 | attendee',
    ]);
  });

  it('counts nobody who waited at the door, and tells that they did', async () => {
    const report = await readText(
      'Name (Original Name),User Email,Join Time,Leave Time,Duration (Minutes),Guest,Recording Consent,In Waiting Room\n' +
        'Ben Beispiel,,10/06/2026 02:00:00 PM,10/06/2026 02:05:00 PM,5,Yes,,Yes\n' +
        'Ben Beispiel,,10/06/2026 02:05:00 PM,10/06/2026 03:00:00 PM,55,Yes,Y,No\n',
    );
    expect(brief(report)).toEqual([
      '2 | Ben Beispiel |  | - | - | - | away',
      '3 | Ben Beispiel |  | 12:05:00 | 13:00:00 | 55 | attendee',
    ]);
  });

  it('reads the flat list of all meetings, whose host has columns of the same name', async () => {
    const report = await readText(
      'Topic,Meeting ID,User Name,User Email,Start Time,End Time,Duration (Minutes),Participants,Name (Original Name),User Email,Join Time,Leave Time,Duration (Minutes),Guest\n' +
        'Water,1 2 3,Host,host@host.example,06/10/2026 14:00,06/10/2026 15:30,90,1,Ben,ben@city.example,06/10/2026 14:10,06/10/2026 14:20,10,No\n',
    );
    expect(report.meeting).toMatchObject({ title: 'Water', startsAt: '2026-10-06T12:00:00.000Z' });
    expect(brief(report)).toEqual(['2 | Ben | ben@city.example | 12:10:00 | 12:20:00 | 10 | attendee']);
  });

  it('sets the host and the panel of a webinar apart, and keeps who registered and never came', async () => {
    const stays = [
      {
        name: 'Ada Sample',
        joinedAt: '2026-10-06T12:00:00Z',
        leftAt: '2026-10-06T13:00:00Z',
        role: 'host' as const,
      },
      {
        name: 'Eve Example',
        joinedAt: '2026-10-06T12:01:00Z',
        leftAt: '2026-10-06T13:00:00Z',
        role: 'speaker' as const,
      },
      { name: 'Ben Beispiel', email: 'ben@city.example', country: 'Ukraine' },
    ];
    for (const language of ['en', 'de'] as const) {
      const report = await readMeetingReport(sampleReport('zoom-webinar', { stays, language }), BERLIN);
      expect(withoutLine(brief(report))).toEqual([
        'Ada Sample |  | 12:00:00 | 13:00:00 | 60 | host',
        'Eve Example |  | 12:01:00 | 13:00:00 | 59 | speaker',
        'Ben Beispiel | ben@city.example | - | - | - | away',
      ]);
      expect(report.entries.at(-1)?.country).toBe('Ukraine');
    }
  });

  it('reads a webinar of 2020, whose months are words', async () => {
    const report = await readText(
      [
        'Attendee Report,',
        'Report Generated:,"Apr 09, 2020 8:50 PM"',
        'Topic,Webinar ID,Actual Start Time,Actual Duration (minutes),# Registered,# Cancelled,Unique Viewers,Total Users,Max Concurrent Views',
        'Sample days,111-222-333,"Mar 28, 2020 8:07 AM", 548, 461, 0,446,991,0',
        'Host Details,',
        'Attended,User Name,Email,Join Time,Leave Time,Time in Session (minutes),Country/Region Name',
        'Yes,Ada Sample,ada@host.example,"Mar 28, 2020 08:07:27","Mar 28, 2020 17:14:45",548,United States of America',
        'Panelist Details,',
        'Attendee Details,',
        'Attended,First Name,Last Name,Email,Registration Time,Approval Status,Join Time,Leave Time,Time in Session (minutes),Country/Region Name',
        'Yes,Ben,Beispiel,ben@city.example,"Mar 28, 2020 09:07:11",approved,"Mar 28, 2020 09:07:39","Mar 28, 2020 09:26:54",20,--',
      ].join('\n'),
      { timeZone: 'America/New_York' },
    );
    expect(report).toMatchObject({ format: 'zoom-webinar', dateOrder: null, isDateOrderGuessed: false });
    expect(report.meeting).toMatchObject({
      startsAt: '2020-03-28T12:07:00.000Z',
      endsAt: '2020-03-28T21:15:00.000Z',
    });
    expect(brief(report)).toEqual([
      '7 | Ada Sample | ada@host.example | 12:07:27 | 21:14:45 | 548 | host',
      '11 | Ben Beispiel | ben@city.example | 13:07:39 | 13:26:54 | 20 | attendee',
    ]);
    expect(report.entries.map(({ country }) => country)).toEqual(['United States of America', '']);
  });

  it('takes registrants for people who registered, questions of the host’s own beside them', async () => {
    const stays = [
      {
        name: 'Ada Sample',
        email: 'ada@host.example',
        city: 'Lviv',
        country: 'Ukraine',
        organisation: 'City',
      },
    ];
    const report = await readMeetingReport(sampleReport('zoom-registrants', { stays }), BERLIN);
    expect(report.meeting.startsAt).toBe('2026-10-06T12:00:00.000Z');
    expect(report.entries).toEqual([
      {
        line: 6,
        name: 'Ada Sample',
        email: 'ada@host.example',
        organisation: 'City',
        city: 'Lviv',
        country: 'Ukraine',
        joinedAt: null,
        leftAt: null,
        minutes: null,
        role: 'attendee',
        hasAttended: false,
        token: '',
      },
    ]);
  });
});

describe('Teams', () => {
  it.each(['en', 'de'] as const)(
    'takes stays from the activities and nobody twice, in %s',
    async (language) => {
      const report = await readMeetingReport(sampleReport('teams', { language }), BERLIN);
      expect(report.meeting).toMatchObject({ title: 'Water in cities', endsAt: '2026-10-06T13:35:00.000Z' });
      expect(report.entries).toHaveLength(STAYS.length);
      expect(brief(report)[1]).toBe(
        '23 | Ben Beispiel | ben@city.example | 12:00:05 | 12:20:00 | 19.92 | attendee',
      );
    },
  );

  it('keeps participants of whom no activity is told, as where the file ends before them', async () => {
    const whole = Buffer.from(sampleReport('teams')).toString('utf16le');
    const cut = whole.slice(0, whole.indexOf('A guest, from elsewhere', whole.indexOf('3. In-Meeting')) + 30);
    const report = await readMeetingReport(Buffer.from(cut, 'utf16le'), BERLIN);
    expect(told(report)).toEqual(['29 | cut-off | Join Time | 10/06/']);
    expect(brief(report).filter((line) => /Notetaker|guest/.test(line))).toEqual([
      '16 | Ada’s Notetaker (Otter.ai) |  | 12:00:00 | 13:30:00 | 90 | bot',
    ]);
  });

  it('takes presenters for speakers only where others are none', async () => {
    const participants = (role: string) =>
      readText(
        [
          '1. Summary',
          '2. Participants',
          'Name\tFirst join\tLast leave\tIn-meeting duration\tEmail\tParticipant ID (UPN)\tRole',
          'Ada (Guest) (Unverified)\t10/6/26, 2:00:00 PM\t10/6/26, 3:00:00 PM\t1h 0m 0s\t\tada@host.example\tPresenter',
          `Ben\t10/6/26, 2:00:00 PM\t10/6/26, 3:00:00 PM\t1h\t\tben_city.example#EXT#@host.example\t${role}`,
        ].join('\n'),
      );
    expect(brief(await participants('Presenter'))).toEqual([
      '4 | Ada | ada@host.example | 12:00:00 | 13:00:00 | 60 | attendee',
      '5 | Ben |  | 12:00:00 | 13:00:00 | 60 | attendee',
    ]);
    expect((await participants('Attendee')).entries.map(({ role }) => role)).toEqual(['speaker', 'attendee']);
    expect((await participants('Organizer')).entries.map(({ role }) => role)).toEqual(['attendee', 'host']);
  });

  it.each(['en', 'de'] as const)('pairs the actions of the older list, in %s', async (language) => {
    const report = await readMeetingReport(sampleReport('teams', { language, isOther: true }), BERLIN);
    const stays = withoutMinutes(STAYS).map((line) =>
      line.replace(/\| \S*@\S+ \|/, '|  |').replace('host', 'attendee'),
    );
    expect(withoutLine(brief(report))).toEqual(stays);
  });

  it('lets who never left stay until the last action, and tells of who left without having come', async () => {
    const report = await readText(
      [
        'Full Name\tUser Action\tTimestamp',
        'Ada\tJoined before\t10/6/2026, 2:00:00 PM',
        'Ben\tJoined\t10/6/2026, 2:10:00 PM',
        'Ben\tLeft\t10/6/2026, 2:20:00 PM',
        'Cleo\tLeft\t10/6/2026, 2:50:00 PM',
        'Ben\tJoined\t10/6/2026, 2:30:00 PM',
      ].join('\n'),
    );
    expect(brief(report)).toEqual([
      '2 | Ada |  | 12:00:00 | 12:50:00 | - | attendee',
      '3 | Ben |  | 12:10:00 | 12:20:00 | - | attendee',
      '6 | Ben |  | 12:30:00 | 12:50:00 | - | attendee',
    ]);
    expect(told(report)).toEqual(['5 | bad-time | Timestamp | 10/6/2026, 2:50:00 PM']);
  });
});

describe('Webex', () => {
  it('is read in the zone that its times carry, out of cells kept from Excel', async () => {
    const report = await readText(
      [
        'Meeting Name\tMeeting Start Time\tMeeting End Time\tName\tAttendee Email\tJoin Time\tLeave Time\tAttendance Duration\tConnection Type',
        '="Water"\t="2020-06-03 14:00:00 (Europe/Kyiv)"\t="2020-06-03 15:00:00"\t="Ada ""A"" Sample"\tada@host.example\t="2020-06-03 14:01:12 (Europe/Kyiv)"\t="2020-06-03 14:30:12"\t1 hr 20 mins\tDesktop app',
        '="Water"\t\t\t="Ben"\tx@guest.webex.localhost\t2020-06-03 14:01:12 GMT+01:00\t2020-06-03 14:31:12 GMT+01:00\t30 mins\tPhone',
      ].join('\n'),
    );
    expect(report).toMatchObject({ format: 'webex', timeZone: 'Europe/Kyiv', dateOrder: 'ymd' });
    expect(report.meeting).toMatchObject({ title: 'Water', endsAt: '2020-06-03T12:00:00.000Z' });
    expect(brief(report)).toEqual([
      '2 | Ada "A" Sample | ada@host.example | 11:01:12 | 11:30:12 | 80 | attendee',
      '3 | Ben |  | 13:01:12 | 13:31:12 | 30 | attendee',
    ]);
  });
});

describe('BigBlueButton', () => {
  it.each(['en', 'de'] as const)(
    'tells one line a person, without the anonymous answers, in %s',
    async (language) => {
      const report = await readMeetingReport(sampleReport('bigbluebutton', { language }), BERLIN);
      expect(brief(report).slice(0, 2)).toEqual([
        '2 | Ada Sample |  | 11:50:00 | 13:35:00 | 105 | host',
        '3 | Ben Beispiel |  | 12:00:05 | 13:30:00 | 70.58 | attendee',
      ]);
      expect(report.entries.some(({ name }) => name.startsWith('Anonym'))).toBe(false);
    },
  );

  it('knows by the duration until when somebody stayed who has not left', async () => {
    const report = await readText(
      'Name,Moderator,Activity Score,Talk Time,Webcam Time,Messages,Emojis,Poll Votes,Raise Hands,Join,Left,Duration\n' +
        '"Ada","TRUE","0","-","-","0","0","0","0","10/6/2026, 02:00:00 PM","-","00:45:00"\n',
    );
    expect(brief(report)).toEqual(['2 | Ada |  | 12:00:00 | 12:45:00 | 45 | host']);
  });
});

describe('a table of people', () => {
  it.each([
    [
      'en',
      'First name;Surname;E-mail address;Company;Town;Country;Join time;Leave time;Duration (min);Role;Join token',
    ],
    [
      'de',
      'Vorname;Nachname;E-Mail-Adresse;Firma;Ort;Land;Beigetreten um;Verlassen um;Dauer (Min.);Rolle;Beitrittstoken',
    ],
    [
      'es',
      'Nombre;Apellidos;Correo electrónico;Organización;Ciudad;País;Hora de entrada;Hora de salida;Duración (minutos);Rol;Token',
    ],
    [
      'fr',
      'Prénom;Nom de famille;Courriel;Organisme;Ville;Pays;Heure d’arrivée;Heure de départ;Durée (minutes);Fonction;Token',
    ],
  ])('is guessed by headings in %s', async (_, headings) => {
    const report = await readText(
      `${headings}\nAda;Sample;ada@host.example;City;Lviv;UA;06.10.2026 14:00;06.10.2026 14:30;30;Host;abc-1\n`,
    );
    expect(report).toMatchObject({ format: 'table', dateOrder: 'dmy', isDateOrderGuessed: false });
    expect(report.guessed).toEqual(
      'firstName lastName email organisation city country joinedAt leftAt minutes role token'.split(' '),
    );
    expect(report.entries).toEqual([
      {
        line: 2,
        name: 'Ada Sample',
        email: 'ada@host.example',
        organisation: 'City',
        city: 'Lviv',
        country: 'UA',
        joinedAt: '2026-10-06T12:00:00.000Z',
        leftAt: '2026-10-06T12:30:00.000Z',
        minutes: 30,
        role: 'host',
        hasAttended: true,
        token: 'abc-1',
      },
    ]);
  });

  it('shows its headings and first lines where nobody can know what its columns are', async () => {
    await expect(readText('Wer;Wann\nAda;x\nBen;y\nCleo;z\nDan;w\n')).rejects.toMatchObject({
      code: 'report.unknown',
      extras: {
        details: {
          columns: ['Wer', 'Wann'],
          guessed: [null, null],
          rows: [
            ['Ada', 'x'],
            ['Ben', 'y'],
            ['Cleo', 'z'],
          ],
        },
      },
    });
  });

  it('is read as a human says, and only if it has no form of a tool', async () => {
    const report = await readText('Wer;Wann\nAda;17\nBen;\n', { columns: ['name', 'minutes'] });
    expect(report).toMatchObject({ columns: ['Wer', 'Wann'], guessed: ['name', 'minutes'] });
    expect(brief(report)).toEqual(['2 | Ada |  | - | - | 17 | attendee']);
    expect(told(report)).toEqual(['3 | bad-minutes | Wann | ']);
    const zoom = await readMeetingReport(sampleReport('zoom-meeting'), { ...BERLIN, columns: ['token'] });
    expect(zoom.format).toBe('zoom-meeting');
  });

  it('is a list of names alone, and a workbook with times as Excel numbers them', async () => {
    expect(brief(await readText('Name\nAda\nBen\n'))).toEqual([
      '2 | Ada |  | - | - | - | attendee',
      '3 | Ben |  | - | - | - | attendee',
    ]);
    const workbook = await readMeetingReport(sampleReport('table', { encoding: 'xlsx' }), BERLIN);
    expect(workbook.dateOrder).toBe('ymd');
    expect(withoutLine(brief(workbook))).toEqual(withoutMinutes(STAYS));
    expect(brief(await readText('Name,Joined,Left\nAda,46301.5,"46301,75"\n'))).toEqual([
      '2 | Ada |  | 10:00:00 | 16:00:00 | - | attendee',
    ]);
  });

  it('is one of people who registered where only that is told, unless a human says that it tells more', async () => {
    const list = 'Name;E-Mail;Anmeldezeitpunkt\nAda;ada@host.example;01.10.2026 09:00\n';
    expect(brief(await readText(list))).toEqual(['2 | Ada | ada@host.example | - | - | - | away']);
    const said = await readText(list, { columns: ['name', 'email', null] });
    expect(said).toMatchObject({ listsPresent: false, entries: [{ hasAttended: false }] });
    const timed = await readText(list.replace('2026 09:00', '2026 09:00;60'), {
      columns: ['name', 'email', null, 'minutes'],
    });
    expect(timed.entries).toMatchObject([{ hasAttended: true, minutes: 60 }]);
  });

  it('lists those who were there where a human or a column says so, and it tells no times', async () => {
    const list = 'Name;Kommt;Geht\nAda;14:00;15:00\n';
    expect(await readText(list)).toMatchObject({ listsPresent: false, rows: [['Ada', '14:00', '15:00']] });
    expect((await readText(list, { columns: ['name', null, null] })).listsPresent).toBe(true);
    expect((await readText(list, { columns: ['name', null, 'leftAt'] })).listsPresent).toBe(false);
    const ticked = await readText(
      'Name;Anmeldezeitpunkt;Anwesend\nAda;01.10.2026 09:00;x\nBen;02.10.2026 09:00;\n',
    );
    expect(ticked.listsPresent).toBe(true);
    expect(brief(ticked)).toEqual(['2 | Ada |  | - | - | - | attendee', '3 | Ben |  | - | - | - | away']);
  });

  it('knows the zone by the heading, and who did not come by a column that says so', async () => {
    const report = await readText(
      'Name,Attended,Joined (UTC),Left (UTC)\nAda,Yes,2026-10-06 12:00,2026-10-06 13:00\nBen,No,,\n',
    );
    expect(report.timeZone).toBe('UTC');
    expect(brief(report)).toEqual([
      '2 | Ada |  | 12:00:00 | 13:00:00 | - | attendee',
      '3 | Ben |  | - | - | - | away',
    ]);
  });
});

it('lets others be answered while thousands of lines are read', async () => {
  const second = (at: number) => new Date(Date.UTC(2026, 9, 13, 12, 0, at)).toISOString().slice(11, 19);
  const lines = Array.from(
    { length: 5_000 },
    (_, at) => `P${at},,10/13/2026 ${second(at)},10/13/2026 15:00:00`,
  );
  let answered = 0;
  let isRead = false;
  const other = () => {
    answered += 1;
    if (!isRead) setImmediate(other);
  };
  const reading = readMeetingReport(Buffer.from(`Name,Email,Joined,Left\n${lines.join('\n')}`), BERLIN);
  setImmediate(other);
  expect((await reading).entries).toHaveLength(5_000);
  isRead = true;
  expect(answered).toBeGreaterThan(20);
});

describe('a file that is no report', () => {
  const refused = (bytes: Uint8Array) => expect(readMeetingReport(bytes, BERLIN)).rejects;

  it.each<[string, Uint8Array]>([
    ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13])],
    ['a photograph', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0x00, 0x10])],
    ['bytes of anything', Buffer.from(Array.from({ length: 400 }, (_, index) => (index * 37) % 32))],
    ['a PDF', Buffer.from('%PDF-1.7\n1 0 obj')],
    ['a page to sign in', Buffer.from('\n<!DOCTYPE html><html><title>Sign in</title>Name,Email\nx,y')],
    ['an archive', Buffer.from('PK\x03\x04 nothing')],
    ['an old workbook', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])],
  ])('is refused: %s', async (_, bytes) => {
    await refused(bytes).toThrow('report.unreadable');
  });

  it('or has nobody in it, is empty', async () => {
    await refused(Buffer.from('')).toThrow('report.empty');
    await refused(Buffer.from('\n\n ,\n')).toThrow('report.empty');
    for (const format of MEETING_REPORT_FORMATS)
      await refused(sampleReport(format, { stays: [] })).toThrow('report.empty');
  });

  it('or has more lines than are read, is too large', async () => {
    const lines = (count: number) =>
      Buffer.from(
        `Name,Email,Joined,Left\n${'Ada,ada@host.example,10/13/2026 14:00:00,10/13/2026 15:00:00\n'.repeat(count)}`,
      );
    expect((await readMeetingReport(lines(20_000), BERLIN)).entries).toHaveLength(20_000);
    await refused(lines(20_001)).toThrow('report.too-many-rows');
    await refused(lines(50_000)).toThrow('report.too-many-rows');
  });
});

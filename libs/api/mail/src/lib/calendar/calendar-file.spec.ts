import ICAL from 'ical.js';
import { calendarFile, calendarUid, type CalendarEvent, type CalendarMethod } from './calendar-file';

const writtenAt = new Date('2026-09-01T08:00:00Z');

function anEvent(changes: Partial<CalendarEvent> = {}): CalendarEvent {
  return {
    uid: 'session-1@reihe.example',
    sequence: 0,
    title: 'Water in the city',
    description: 'Bring a map.',
    url: 'https://reihe.example/en/sessions/water',
    startsAt: new Date('2026-10-06T12:00:00Z'),
    endsAt: new Date('2026-10-06T13:30:00Z'),
    timeZone: 'Europe/Berlin',
    status: 'confirmed',
    ...changes,
  };
}

/** Read by another library than the one that wrote it. */
function read(file: string) {
  const calendar = new ICAL.Component(ICAL.parse(file) as [string, never, never]);
  for (const zone of calendar.getAllSubcomponents('vtimezone')) {
    ICAL.TimezoneService.register(new ICAL.Timezone(zone));
  }
  return {
    calendar,
    zones: calendar
      .getAllSubcomponents('vtimezone')
      .map((zone) => String(zone.getFirstPropertyValue('tzid'))),
    events: calendar.getAllSubcomponents('vevent').map((event) => new ICAL.Event(event)),
  };
}

const written = (events: CalendarEvent[], method: CalendarMethod = 'PUBLISH') =>
  calendarFile({ method, events, writtenAt });

describe('calendarFile', () => {
  afterEach(() => ICAL.TimezoneService.reset());

  it.each([
    ['Europe/Berlin', 'summer time', '2026-07-06T12:00:00Z', 14, 0],
    ['Europe/Berlin', 'winter time', '2026-12-06T12:00:00Z', 13, 0],
    ['Europe/Berlin', 'the day on which clocks go back', '2026-10-25T12:00:00Z', 13, 0],
    ['Asia/Kolkata', 'a half-hour zone', '2026-10-06T12:00:00Z', 17, 30],
    ['Asia/Kathmandu', 'a quarter-hour zone', '2026-10-06T12:00:00Z', 17, 45],
    ['America/Sao_Paulo', 'a zone without clock changes', '2026-01-06T12:00:00Z', 9, 0],
    ['Australia/Adelaide', 'half an hour and the southern summer', '2026-12-06T12:00:00Z', 22, 30],
  ])(
    'says the wall-clock time of %s in %s and means the same instant',
    (timeZone, _what, at, hour, minute) => {
      const startsAt = new Date(at);
      const endsAt = new Date(startsAt.getTime() + 90 * 60_000);
      const { zones, events } = read(written([anEvent({ timeZone, startsAt, endsAt })]));
      expect(zones).toEqual([timeZone]);
      expect([events[0]?.startDate.hour, events[0]?.startDate.minute]).toEqual([hour, minute]);
      expect(events[0]?.startDate.toJSDate()).toEqual(startsAt);
      expect(events[0]?.endDate.toJSDate()).toEqual(endsAt);
    },
  );

  it('describes a zone by its present name where it was typed by an older one', () => {
    const { zones, events } = read(written([anEvent({ timeZone: 'Asia/Calcutta' })]));
    expect(zones).toEqual(['Asia/Kolkata']);
    expect(events[0]?.startDate.toJSDate()).toEqual(anEvent().startsAt);
  });

  it('keeps the instant where the rules of a zone have changed since', () => {
    // São Paulo had summer time until 2019; today's rules know nothing of it.
    const startsAt = new Date('2018-12-06T12:00:00Z');
    const endsAt = new Date('2018-12-06T13:00:00Z');
    const { events } = read(written([anEvent({ timeZone: 'America/Sao_Paulo', startsAt, endsAt })]));
    expect(events[0]?.startDate.toJSDate()).toEqual(startsAt);
  });

  it('keeps the instant in the hour that exists twice, whichever of the two is meant', () => {
    for (const at of ['2026-10-25T00:30:00Z', '2026-10-25T01:30:00Z']) {
      const startsAt = new Date(at);
      const { events } = read(written([anEvent({ startsAt, endsAt: new Date('2026-10-25T03:00:00Z') })]));
      expect(events[0]?.startDate.toJSDate()).toEqual(startsAt);
    }
  });

  it('describes each zone once for all its events', () => {
    const events = ['Europe/Berlin', 'Asia/Kolkata', 'Europe/Berlin'].map((timeZone, index) =>
      anEvent({ timeZone, uid: `session-${index}@reihe.example` }),
    );
    expect(read(written(events)).zones.sort()).toEqual(['Asia/Kolkata', 'Europe/Berlin']);
  });

  it('keeps lines apart by CRLF, within 75 octets, and special characters as they were', () => {
    const title =
      'Straße; "Wasser", Köln \\ Łódź – ein sehr langer Titel, der umbrochen werden muss, weil er lang ist';
    const description = 'First line\nBEGIN:VALARM\n日本語';
    const file = written([anEvent({ title, description })]);
    expect(file.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    for (const line of file.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    const { events, calendar } = read(file);
    expect(events[0]?.summary).toBe(title);
    expect(events[0]?.description).toBe(description);
    expect(calendar.getFirstSubcomponent('vevent')?.getAllSubcomponents('valarm')).toEqual([]);
  });

  it('says what to do with the entry: method, sequence, status, who organises it', () => {
    const file = calendarFile({
      method: 'CANCEL',
      events: [anEvent({ sequence: 3, status: 'cancelled' })],
      organiser: { name: 'Reihe', email: 'reihe@reihe.example' },
      writtenAt,
    });
    const { calendar, events } = read(file);
    expect(calendar.getFirstPropertyValue('method')).toBe('CANCEL');
    expect(calendar.getFirstPropertyValue('prodid')).toBe('-//Reihe//Reihe//EN');
    expect(events[0]?.sequence).toBe(3);
    expect(events[0]?.component.getFirstPropertyValue('status')).toBe('CANCELLED');
    expect(events[0]?.organizer).toBe('mailto:reihe@reihe.example');
  });

  it('writes the same text for the same facts', () => {
    expect(written([anEvent()])).toBe(written([anEvent()]));
    expect(calendarUid('1')).toBe('session-1@reihe');
  });
});

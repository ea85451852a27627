import fc from 'fast-check';
import ICAL from 'ical.js';
import { calendarFile, type CalendarEvent, type CalendarMethod } from './calendar-file';

const HOUR = 3_600_000;
const zones = Intl.supportedValuesOf('timeZone');
/** Half and quarter hours, both hemispheres, both sides of the date line, a clock change of half an hour, none at all. */
const difficult = [
  'Asia/Kolkata',
  'Asia/Kathmandu',
  'Australia/Adelaide',
  'Australia/Lord_Howe',
  'Pacific/Chatham',
  'Pacific/Kiritimati',
  'Pacific/Niue',
  'Pacific/Pago_Pago',
  'America/St_Johns',
  'America/Santiago',
  'America/Sao_Paulo',
  'Africa/Casablanca',
  'Africa/Cairo',
  'Europe/Berlin',
  'Europe/Lisbon',
  'Antarctica/Troll',
];

const aZone = fc.oneof(fc.constantFrom(...difficult), fc.constantFrom(...zones));
/** To the minute, as organisers type. */
const anInstant = fc
  .integer({ min: Date.UTC(2000, 0, 1) / 60_000, max: Date.UTC(2037, 11, 31) / 60_000 })
  .map((minutes) => new Date(minutes * 60_000));

/** Read by another library than the one that wrote it; only the zones that the file brings along are known. */
function read(file: string) {
  ICAL.TimezoneService.reset();
  const calendar = new ICAL.Component(ICAL.parse(file) as [string, never, never]);
  const described = calendar.getAllSubcomponents('vtimezone').map((zone) => {
    const timezone = new ICAL.Timezone(zone);
    ICAL.TimezoneService.register(timezone);
    return timezone.tzid;
  });
  const component = calendar.getFirstSubcomponent('vevent');
  if (!component) throw new Error('There is no event.');
  const tzidOf = (name: string) => component.getFirstProperty(name)?.getFirstParameter('tzid');
  return {
    event: new ICAL.Event(component),
    described,
    used: [tzidOf('dtstart'), tzidOf('dtend')],
    method: calendar.getFirstPropertyValue('method'),
    value: (name: string) => String(component.getFirstPropertyValue(name)),
  };
}

function file(change: Partial<CalendarEvent>, method: CalendarMethod = 'REQUEST'): string {
  return calendarFile({
    method,
    events: [
      {
        uid: 'session-1@reihe',
        sequence: 0,
        title: 'Water',
        description: '',
        url: 'https://reihe.example/en/sessions/water',
        startsAt: new Date('2026-10-06T12:00:00Z'),
        endsAt: new Date('2026-10-06T13:30:00Z'),
        timeZone: 'Europe/Berlin',
        status: 'confirmed',
        changedAt: new Date('2026-09-01T08:00:00Z'),
        ...change,
      },
    ],
  });
}

describe('calendar files in any zone and year', () => {
  afterAll(() => {
    ICAL.TimezoneService.reset();
  });

  it('mean the instants they were written from, by the zone they bring along', () => {
    fc.assert(
      fc.property(aZone, anInstant, fc.integer({ min: 15, max: 26 * 60 }), (timeZone, startsAt, minutes) => {
        const endsAt = new Date(startsAt.getTime() + minutes * 60_000);
        const { event, described, used } = read(file({ timeZone, startsAt, endsAt }));
        expect(event.startDate.toJSDate()).toEqual(startsAt);
        expect(event.endDate.toJSDate()).toEqual(endsAt);
        for (const zone of used) expect(described).toContain(zone);
      }),
      { numRuns: 400 },
    );
  });

  it('mean them on the days around every change of clocks of a year, to both sides', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...difficult),
        fc.integer({ min: 2024, max: 2036 }),
        fc.integer({ min: -3, max: 3 }),
        (timeZone, year, hours) => {
          for (const change of clockChanges(timeZone, year)) {
            const startsAt = new Date(change.getTime() + hours * HOUR);
            const endsAt = new Date(startsAt.getTime() + 90 * 60_000);
            const { event, described, used } = read(file({ timeZone, startsAt, endsAt }));
            expect(event.startDate.toJSDate()).toEqual(startsAt);
            expect(event.endDate.toJSDate()).toEqual(endsAt);
            for (const zone of used) expect(described).toContain(zone);
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  it('say the host’s wall clock for years to come, where the day leaves no doubt about it', () => {
    fc.assert(
      fc.property(fc.constantFrom('Asia/Kolkata', 'Pacific/Kiritimati', 'Europe/Berlin'), (timeZone) => {
        const startsAt = new Date('2029-07-10T11:00:00Z');
        const endsAt = new Date('2029-07-10T12:00:00Z');
        const { event, used } = read(file({ timeZone, startsAt, endsAt }));
        const { hour, minute, day } = event.startDate;
        const clock = new Intl.DateTimeFormat('en-GB', {
          timeZone,
          day: '2-digit',
          hour: '2-digit',
          minute: '2-digit',
          hourCycle: 'h23',
        }).format(startsAt);
        expect(clock).toBe(`${pad(day)}, ${pad(hour)}:${pad(minute)}`);
        expect(used[0]).toBe(timeZone);
      }),
    );
  });

  it('are one text for the same facts, and carry number and last change as given', () => {
    fc.assert(
      fc.property(
        aZone,
        fc.nat({ max: 5000 }),
        anInstant,
        fc.constantFrom<CalendarMethod>('PUBLISH', 'REQUEST', 'CANCEL'),
        (timeZone, sequence, changedAt, method) => {
          const status = method === 'CANCEL' ? 'cancelled' : 'confirmed';
          const write = () => file({ timeZone, sequence, changedAt, status }, method);
          expect(write()).toBe(write());
          const { event, value, method: said } = read(write());
          expect(said).toBe(method);
          expect(event.sequence).toBe(sequence);
          expect(value('status')).toBe(status.toUpperCase());
          for (const name of ['dtstamp', 'last-modified'])
            expect(new Date(value(name)).getTime()).toBe(changedAt.getTime());
        },
      ),
      { numRuns: 100 },
    );
  });
});

const pad = (value: number) => String(value).padStart(2, '0');

/** Instants at which the zone's offset changes in a year, to the hour. */
function clockChanges(timeZone: string, year: number): Date[] {
  const format = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' });
  const offset = (at: number) =>
    format.formatToParts(at).find(({ type }) => type === 'timeZoneName')?.value ?? '';
  const changes: Date[] = [];
  for (let day = Date.UTC(year, 0, 1); day < Date.UTC(year + 1, 0, 1); day += 24 * HOUR) {
    if (offset(day) === offset(day + 24 * HOUR)) continue;
    for (let hour = day; hour < day + 24 * HOUR; hour += HOUR)
      if (offset(hour) !== offset(hour + HOUR)) changes.push(new Date(hour + HOUR));
  }
  return changes;
}

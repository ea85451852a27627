import ical, {
  ICalAttendeeRole,
  ICalAttendeeStatus,
  ICalCalendarMethod,
  ICalEventStatus,
} from 'ical-generator';
import { Temporal } from 'temporal-polyfill';
import { tzlib_get_ical_block, tzlib_get_offset } from 'timezones-ical-library';
import { oneLine } from '../one-line';

/** What receiving calendars do with the file: offer it (PUBLISH), enter or change it (REQUEST), take it out (CANCEL). */
export type CalendarMethod = 'PUBLISH' | 'REQUEST' | 'CANCEL';

export interface CalendarEvent {
  /** The same for the life of a session: a later file with a higher sequence replaces the entry. */
  uid: string;
  sequence: number;
  title: string;
  description: string;
  /** Page of the session. */
  url: string;
  /** Where to go, e.g. the meeting's address; left out where it is empty. */
  location?: string;
  startsAt: Date;
  endsAt: Date;
  timeZone: string;
  status: 'confirmed' | 'cancelled';
  /** Instant of the session's last change. */
  changedAt?: Date;
}

export interface CalendarFile {
  method: CalendarMethod;
  events: readonly CalendarEvent[];
  /** Shown by calendars that subscribe. */
  name?: string;
  /** Needed with REQUEST and CANCEL: some calendars only change an entry that names who organises it. */
  organiser?: { name: string; email: string };
  /** Whose calendar it is for; they have answered already, so that nobody is asked to reply to a machine. */
  attendee?: { name: string; email: string };
  /** Described also where no event is in it: a file without any would hold nothing at all, which RFC 5545 does not allow. */
  timeZone?: string;
  /** Instant of writing; absent: each event's own last change, so that a file about nothing new stays the same text. */
  writtenAt?: Date;
}

/** The generator writes the leading `-` itself. */
const PRODUCT = '//Reihe//Reihe//EN';

/** An iCalendar file (RFC 5545): CRLF, every zone described by its own VTIMEZONE. */
export function calendarFile({
  method,
  events,
  name,
  organiser,
  attendee,
  timeZone,
  writtenAt,
}: CalendarFile): string {
  const calendar = ical({ method: ICalCalendarMethod[method], prodId: PRODUCT, ...(name && { name }) });
  const emptyIn = events.length === 0 ? (timeZone ?? null) : null;
  calendar.timezone({ name: emptyIn, generator: (zone) => vtimezone(zone) ?? null });
  for (const event of events) {
    const zone = calendarZone(event);
    const stamp = writtenAt ?? event.changedAt ?? event.startsAt;
    calendar.createEvent({
      id: event.uid,
      sequence: event.sequence,
      stamp: instant(stamp, 'UTC'),
      ...(event.changedAt && { lastModified: instant(event.changedAt, 'UTC') }),
      start: instant(event.startsAt, zone),
      end: instant(event.endsAt, zone),
      timezone: zone,
      summary: event.title,
      description: event.description,
      url: event.url,
      status: event.status === 'cancelled' ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
      ...(event.location && { location: event.location }),
      ...(organiser && { organizer: organiser }),
      ...(attendee && {
        attendees: [
          {
            ...attendee,
            name: oneLine(attendee.name),
            status: ICalAttendeeStatus.ACCEPTED,
            role: ICalAttendeeRole.REQ,
            rsvp: false,
          },
        ],
      }),
    });
  }
  return calendar.toString();
}

/** One UID per session for mail, download and feed alike; without a host, so that it outlives a change of address. */
export function calendarUid(sessionId: string): string {
  return `session-${sessionId}@reihe`;
}

function instant(date: Date, zone: string) {
  return Temporal.Instant.fromEpochMilliseconds(date.getTime()).toZonedDateTimeISO(zone);
}

/** The zone library knows today's names and rules only, and writes to the console about a name it does not know. */
function vtimezone(zone: string): string | undefined {
  return zoneBlock(zone)[0];
}

/** As many as there are zones. The library takes a third of a millisecond for each, which a long series would wait for 500 times. */
const zoneBlocks = new Map<string, string | string[]>();

function zoneBlock(zone: string): string | string[] {
  const known = zoneBlocks.get(zone);
  if (known) return known;
  const block: string | string[] = tzlib_get_ical_block(zone);
  zoneBlocks.set(zone, block);
  return block;
}

/**
 * The zone under its present name. UTC where a wall-clock time would not be read back as the instant: the rules of past
 * years are not in a VTIMEZONE, and calendars disagree about which of two equal times is meant when clocks go back.
 * A time in UTC is better than a wrong hour.
 */
function calendarZone({ startsAt, endsAt, timeZone }: CalendarEvent): string {
  const name = zoneBlock(timeZone)[1]?.replace('TZID=', '');
  if (!name) return 'Etc/UTC';
  const isDescribed = [startsAt, endsAt].every((date) => {
    const local = instant(date, name);
    const time = local.toPlainTime().toString({ smallestUnit: 'minute' });
    const clock = local.toPlainDateTime();
    return (
      describedOffset(name, local.toPlainDate().toString(), time) === local.offset.replace(':', '') &&
      clock
        .toZonedDateTime(name, { disambiguation: 'earlier' })
        .equals(clock.toZonedDateTime(name, { disambiguation: 'later' }))
    );
  });
  return isDescribed ? name : 'Etc/UTC';
}

/** Asked again for every session whenever a calendar asks for its feed; emptied before it grows without end. */
const describedOffsets = new Map<string, string>();
const OFFSETS_KEPT = 20_000;

function describedOffset(zone: string, date: string, time: string): string {
  const key = `${zone} ${date} ${time}`;
  const known = describedOffsets.get(key);
  if (known !== undefined) return known;
  if (describedOffsets.size >= OFFSETS_KEPT) describedOffsets.clear();
  const offset = tzlib_get_offset(zone, date, time);
  describedOffsets.set(key, offset);
  return offset;
}

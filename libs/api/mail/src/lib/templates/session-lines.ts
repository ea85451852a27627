import type { MailWords } from '../languages/mail-words';
import type { MailReader, MailSession, MeetingForSeat, SessionLines } from './mail-content';

/** The reader's own time first; the host's beside it where the clocks differ. */
export function sessionLines(
  session: MailSession,
  reader: MailReader,
  words: MailWords,
  extra: { lines?: string[]; meeting?: MeetingForSeat | null } = {},
): SessionLines {
  const { meeting } = extra;
  return {
    title: session.title,
    href: session.url,
    lines: [
      ...timeLines(session, reader, words),
      ...(extra.lines ?? []),
      ...(meeting ? [words.joinNote] : []),
    ],
    join: meeting ? { label: words.join, href: meeting.url } : null,
  };
}

/** A span in the reader's own time. */
export function ownTime(startsAt: Date, endsAt: Date, reader: MailReader, words: MailWords): string {
  const { range, zone } = clock(startsAt, endsAt, reader.timeZone, words.locale);
  return `${range} (${zone})`;
}

function timeLines(
  { startsAt, endsAt, timeZone }: MailSession,
  reader: MailReader,
  words: MailWords,
): string[] {
  const own = clock(startsAt, endsAt, reader.timeZone, words.locale);
  const host = clock(startsAt, endsAt, timeZone, words.locale);
  if (own.range === host.range) return [`${own.range} (${own.zone})`];
  return [words.yourTime(`${own.range} (${own.zone})`), words.hostTime(`${host.range} (${host.zone})`)];
}

/** One instant in the reader's time, e.g. the end of a link's life. */
export function momentOf(at: Date, { timeZone }: MailReader, words: MailWords): string {
  return new Intl.DateTimeFormat(words.locale, { dateStyle: 'full', timeStyle: 'short', timeZone }).format(
    at,
  );
}

function clock(startsAt: Date, endsAt: Date, timeZone: string, locale: string) {
  const range = new Intl.DateTimeFormat(locale, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZone,
  }).formatRange(startsAt, endsAt);
  const zone = new Intl.DateTimeFormat(locale, { timeZone, timeZoneName: 'long' })
    .formatToParts(startsAt)
    .find(({ type }) => type === 'timeZoneName')?.value;
  return { range, zone: zone ?? timeZone };
}

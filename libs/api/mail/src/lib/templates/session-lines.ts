import type { MailWords } from '@reihe/api-mail-words';
import { timeFormat } from './time-formats';
import type { MailReader, MailSession, MeetingForSeat, SessionLines } from './mail-content';

/** The reader's own time first; the host's beside it where the clocks differ. */
export function sessionLines(
  session: MailSession,
  reader: MailReader,
  words: MailWords,
  extra: { lines?: string[]; meeting?: MeetingForSeat | null; release?: string } = {},
): SessionLines {
  const { meeting, release } = extra;
  return {
    id: session.id ?? null,
    title: session.title,
    href: session.url,
    lines: [...timeLines(session, reader, words), ...(extra.lines ?? [])],
    note: meeting ? words.joinNote : null,
    join: meeting ? { label: words.join, href: meeting.url } : null,
    release: release ? { label: words.release, href: release } : null,
  };
}

/** In the reader's own time, and in the host's where clocks or zones differ; both zones by their names. */
export function timeLines(
  { startsAt, endsAt, timeZone }: MailSession,
  reader: MailReader,
  words: Pick<MailWords, 'locale' | 'oneTime' | 'yourTime' | 'hostTime'>,
): string[] {
  const own = clock(startsAt, endsAt, reader.timeZone, words.locale);
  const host = clock(startsAt, endsAt, timeZone, words.locale);
  if (own === host) return [words.oneTime(own)];
  return [words.yourTime(own), words.hostTime(host)];
}

/** One instant in the reader's time, e.g. the end of a link's life. */
export function momentOf(at: Date, { timeZone }: MailReader, words: MailWords): string {
  return timeFormat('moment', words.locale, timeZone).format(at);
}

/** The reader's day of an instant, e.g. "Tuesday, 6 October". */
export function dayOf(at: Date, { timeZone }: MailReader, words: MailWords): string {
  return timeFormat('day', words.locale, timeZone).format(at);
}

/** People who register at the same time are told the same; emptied before it grows without end. */
const clocks = new Map<string, string>();
const CLOCKS_KEPT = 1_000;

function clock(startsAt: Date, endsAt: Date, timeZone: string, locale: string): string {
  const key = `${startsAt.getTime()} ${endsAt.getTime()} ${timeZone} ${locale}`;
  const known = clocks.get(key);
  if (known !== undefined) return known;
  if (clocks.size >= CLOCKS_KEPT) clocks.clear();
  const text = writtenClock(startsAt, endsAt, timeZone, locale);
  clocks.set(key, text);
  return text;
}

function writtenClock(startsAt: Date, endsAt: Date, timeZone: string, locale: string): string {
  const range = timeFormat('range', locale, timeZone).formatRange(startsAt, endsAt);
  const zone = timeFormat('zone', locale, timeZone)
    .formatToParts(startsAt)
    .find(({ type }) => type === 'timeZoneName')?.value;
  return `${range} (${zone ?? timeZone})`;
}

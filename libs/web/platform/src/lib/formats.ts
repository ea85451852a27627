import { inject, Service } from '@angular/core';
import { dateFormatOf, dateWords, intlFormatsOf, type DateParts } from './intl-formats';
import { LANGUAGE } from './language';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Dates, numbers, lists and names in the page's language. Instants are ISO 8601, zones IANA names. */
@Service()
export class Formats {
  private readonly language = inject(LANGUAGE);
  /** British English writes day before month, as this site's readers do. */
  private readonly locale = this.language === 'en' ? 'en-GB' : this.language;
  private readonly intl = intlFormatsOf(this.language);

  /** "3 June 2020" */
  day(instant: string, timeZone: string): string {
    return this.date(instant, timeZone, { day: 'numeric', month: 'long', year: 'numeric' });
  }

  /** "Wednesday 3 June 2020" */
  longDay(instant: string, timeZone: string): string {
    return this.date(instant, timeZone, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
  }

  /** "Wed 3 Jun" */
  shortDay(instant: string, timeZone: string): string {
    return this.date(instant, timeZone, { weekday: 'short', day: 'numeric', month: 'short' });
  }

  /** "Wed, 3 Jun 2020" */
  shortDate(instant: string, timeZone: string): string {
    return this.date(instant, timeZone, {
      weekday: 'short',
      day: 'numeric',
      month: 'short',
      year: 'numeric',
    });
  }

  /** A day without a time, e.g. "2020-06-03" -> "3 June 2020". */
  plainDay(date: string): string {
    return this.day(`${date.slice(0, 10)}T12:00:00Z`, 'UTC');
  }

  /** "15:00" */
  time(instant: string, timeZone: string): string {
    return this.date(instant, timeZone, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  }

  /** "15:00 – 16:30"; names the second day where the range ends on another one. */
  timeRange(startsAt: string, endsAt: string, timeZone: string): string {
    const isSameDay = this.day(startsAt, timeZone) === this.day(endsAt, timeZone);
    const options: DateParts = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' };
    if (isSameDay) {
      return `${this.date(startsAt, timeZone, options)} – ${this.date(endsAt, timeZone, options)}`;
    }
    const withDay: DateParts = { ...options, weekday: 'short', day: 'numeric', month: 'short' };
    return `${this.date(startsAt, timeZone, withDay)} – ${this.date(endsAt, timeZone, withDay)}`;
  }

  /** "April – September 2020", from ISO dates. */
  period(startsOn: string, endsOn: string): string {
    return dateFormatOf(this.locale, 'UTC', { month: 'long', year: 'numeric' }).formatRange(
      new Date(`${startsOn}T12:00:00Z`),
      new Date(`${endsOn}T12:00:00Z`),
    );
  }

  /** "Central European Summer Time", as it is called on that day. */
  zoneName(instant: string, timeZone: string): string {
    return this.zonePart(instant, timeZone, 'long');
  }

  /** "GMT+2", with a minus sign as wide as the plus. */
  zoneOffset(instant: string, timeZone: string): string {
    return this.zonePart(instant, timeZone, 'shortOffset').replace('-', '\u2212');
  }

  /** The city in a zone's name: "America/Sao_Paulo" -> "Sao Paulo". */
  zoneCity(timeZone: string): string {
    return (timeZone.split('/').at(-1) ?? timeZone).replaceAll('_', ' ');
  }

  number(value: number): string {
    return this.intl.numbers.format(value);
  }

  list(items: readonly string[]): string {
    return this.intl.lists.format(items);
  }

  /** ISO 3166-1 alpha-2 -> "Brazil". */
  countryName(code: string): string {
    return this.intl.countries.of(code) ?? code;
  }

  /** BCP 47 -> "German". */
  languageName(tag: string): string {
    return this.intl.languages.of(tag) ?? tag;
  }

  /** A language's name in itself, as a list of languages begins it: "fr" -> "Français". */
  ownName(tag: string): string {
    const name = intlFormatsOf(tag).languages.of(tag) ?? tag;
    return name.charAt(0).toLocaleUpperCase(tag) + name.slice(1);
  }

  /** "in 3 days", "in 5 hours", "yesterday": in the largest unit that says enough. */
  fromNow(instant: string, now: Date): string {
    const distance = new Date(instant).getTime() - now.getTime();
    const size = Math.abs(distance);
    if (size >= 2 * DAY) return this.intl.relative.format(Math.round(distance / DAY), 'day');
    if (size >= 2 * HOUR) return this.intl.relative.format(Math.round(distance / HOUR), 'hour');
    return this.intl.relative.format(Math.round(distance / MINUTE), 'minute');
  }

  date(instant: string, timeZone: string, parts: DateParts): string {
    return dateWords(this.locale, timeZone, parts, instant);
  }

  private zonePart(instant: string, timeZone: string, timeZoneName: 'long' | 'shortOffset'): string {
    const parts = dateFormatOf(this.locale, timeZone, { timeZoneName, hour: 'numeric' }).formatToParts(
      new Date(instant),
    );
    return parts.find((part) => part.type === 'timeZoneName')?.value ?? timeZone;
  }
}

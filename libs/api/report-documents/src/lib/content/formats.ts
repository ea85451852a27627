import type { Amount, FunderReport, StatedAmount } from '../funder-report';
import type { ReportWords } from '../words/report-words';

const DATE = { day: 'numeric', month: 'long', year: 'numeric' } as const;
const TIME = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;

/** Numbers, days and names of one report, as its language writes them. */
export class ReportFormats {
  private readonly numbers: Intl.NumberFormat;
  private readonly shares: Intl.NumberFormat;
  private readonly moments: Intl.DateTimeFormat;
  private readonly months: Intl.DateTimeFormat;
  private readonly shortMonths: Intl.DateTimeFormat;
  private readonly countries: Intl.DisplayNames;
  private readonly languageNames: Intl.DisplayNames;

  constructor(
    private readonly words: ReportWords,
    timeZone: string,
  ) {
    const { locale } = words;
    this.numbers = new Intl.NumberFormat(locale);
    this.shares = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 });
    this.moments = new Intl.DateTimeFormat(locale, { ...DATE, ...TIME, timeZone, timeZoneName: 'short' });
    this.months = new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' });
    this.shortMonths = new Intl.DateTimeFormat(locale, { month: 'short', year: '2-digit', timeZone: 'UTC' });
    this.countries = new Intl.DisplayNames(locale, { type: 'region' });
    this.languageNames = new Intl.DisplayNames(locale, { type: 'language' });
  }

  number(value: number): string {
    return plain(this.numbers.format(value));
  }

  /** "412", "412–431", or words where it may not be shown. */
  amount(amount: Amount | null): string {
    if (amount === null) return this.words.notShown;
    const { least, most } = amount;
    return least === most ? this.number(least) : `${this.number(least)}–${this.number(most)}`;
  }

  stated({ value, isAtLeast }: StatedAmount): string {
    return isAtLeast ? this.words.atLeast(this.number(value)) : this.number(value);
  }

  /** "reported by the host on 3 November 2020" */
  statedBy({ source, statedOn }: StatedAmount): string {
    return this.words.reported(source, this.calendarDay(statedOn));
  }

  share(part: number): string {
    return plain(this.shares.format(part));
  }

  percent(hundredths: number): string {
    return this.share(hundredths / 100);
  }

  minutes(minutes: number): string {
    const unit = { style: 'unit', unit: 'minute', unitDisplay: 'long' } as const;
    return plain(new Intl.NumberFormat(this.words.locale, unit).format(minutes));
  }

  /** @param instant ISO */
  day(instant: string, timeZone: string): string {
    return plain(new Intl.DateTimeFormat(this.words.locale, { ...DATE, timeZone }).format(new Date(instant)));
  }

  /** @param day ISO day, which is the same day in every zone */
  calendarDay(day: string): string {
    return this.day(`${day}T00:00:00Z`, 'UTC');
  }

  moment(instant: string): string {
    return plain(this.moments.format(new Date(instant)));
  }

  /** "14:00–15:30 CET": whoever reads it elsewhere knows whose clock it is. */
  times(from: string, to: string, timeZone: string): string {
    const { locale } = this.words;
    const clock = new Intl.DateTimeFormat(locale, { ...TIME, timeZone });
    const zone = new Intl.DateTimeFormat(locale, { timeZone, timeZoneName: 'short' })
      .formatToParts(new Date(from))
      .find(({ type }) => type === 'timeZoneName')?.value;
    return plain(`${clock.format(new Date(from))}–${clock.format(new Date(to))} ${zone ?? timeZone}`);
  }

  /** @param month "2026-03" */
  month(month: string): string {
    return plain(this.months.format(new Date(`${month}-01T00:00:00Z`)));
  }

  shortMonth(month: string): string {
    return plain(this.shortMonths.format(new Date(`${month}-01T00:00:00Z`)));
  }

  country(code: string | null): string {
    return code === null ? this.words.countries.unknown : (this.countries.of(code) ?? code);
  }

  languages(codes: readonly string[]): string {
    return codes.map((code) => this.languageNames.of(code) ?? code).join(', ');
  }

  /** Without limits it says from which session to which. */
  period({ period: { from, to }, sessions }: Pick<FunderReport, 'period' | 'sessions'>): string {
    const { between, since, until, whole, wholeOf } = this.words.cover;
    if (from !== null && to !== null) return between(this.calendarDay(from), this.calendarDay(to));
    if (from !== null) return since(this.calendarDay(from));
    if (to !== null) return until(this.calendarDay(to));
    const [first, last] = [sessions[0], sessions.at(-1)].map(
      (session) => session && this.day(session.startsAt, session.timeZone),
    );
    if (!first || !last) return whole;
    return wholeOf(first === last ? first : between(first, last));
  }

  byName = (one: string, other: string): number => one.localeCompare(other, this.words.locale);
}

/** Intl likes narrow spaces, which typefaces of paper lack. */
function plain(text: string): string {
  return text.replace(/[\u2009\u202f]/g, '\u00a0');
}

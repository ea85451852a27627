import { Component, computed, inject, input } from '@angular/core';
import type { MonthEntry, ProgrammeMonth as Sheet } from '@reihe/shared-contracts';
import { dateFormatOf, Formats, LANGUAGE, ReaderClock, zonePlace } from '@reihe/web-platform';

interface Day {
  /** `YYYY-MM-DD` */
  date: string;
  number: number;
  name: string;
  isToday: boolean;
  entries: { entry: MonthEntry; address: string; time: string; lang: string | null }[];
}

const WEEK = 7;
const MONDAY = 1;

/** A month of the programme as a sheet of days; on a phone as a list of those days on which something is. */
@Component({
  selector: 'reihe-programme-month',
  templateUrl: './programme-month.html',
  styleUrl: './programme-month.css',
})
export class ProgrammeMonth {
  readonly sheet = input.required<Sheet>();
  readonly hostZone = input.required<string>();
  /** The zone that the address asks for; null: the reader's own, the host's until that is known. */
  readonly askedZone = input.required<string | null>();
  /** Of this page in another month. */
  readonly monthAddress = input.required<(month: string) => string>();
  /** Of a session's page. */
  readonly sessionAddress = input.required<(slug: string) => string>();

  private readonly formats = inject(Formats);
  private readonly clock = inject(ReaderClock);
  private readonly language = inject(LANGUAGE);
  // British English writes day before month, as everywhere on this site.
  private readonly locale = this.language === 'en' ? 'en-GB' : this.language;

  protected readonly label = $localize`:@@programme.month.label:Months`;
  protected readonly zone = computed(() => this.askedZone() ?? this.clock.timeZone() ?? this.hostZone());
  protected readonly zoneWords = computed(() => {
    const place = zonePlace(this.zone());
    return this.zone() === this.clock.timeZone()
      ? $localize`:@@programme.month.own-time:All times are yours (${place}:place:).`
      : $localize`:@@programme.month.host-time:All times are those of ${place}:place:.`;
  });
  protected readonly name = computed(() => this.monthName(this.sheet().month));
  protected readonly neighbours = computed(() => {
    const { previous, next } = this.sheet();
    const to = (month: string | null) =>
      month === null ? null : { name: this.monthName(month), address: this.monthAddress()(month) };
    return { previous: to(previous), next: to(next) };
  });

  private readonly firstDay = firstDayOfWeek(this.locale);
  protected readonly weekdays = Array.from({ length: WEEK }, (_, index) => {
    // The first of January 2024 was a Monday.
    const day = `2024-01-0${((this.firstDay - MONDAY + index) % WEEK) + 1}`;
    return { short: this.weekday(day, 'short'), long: this.weekday(day, 'long') };
  });

  private readonly days = computed((): Day[] => {
    const zone = this.zone();
    const today = localDate(this.clock.now().toISOString(), zone);
    const entries = this.sheet().entries.map((entry) => ({ entry, on: localDate(entry.startsAt, zone) }));
    return datesOf(this.sheet().month).map((date, index) => ({
      date,
      number: index + 1,
      name: this.formats.date(`${date}T12:00:00Z`, 'UTC', { weekday: 'long', day: 'numeric', month: 'long' }),
      isToday: date === today,
      entries: entries
        .filter(({ on }) => on === date)
        .map(({ entry }) => ({
          entry,
          address: this.sessionAddress()(entry.slug),
          time: this.formats.time(entry.startsAt, zone),
          lang: entry.language === this.language ? null : entry.language,
        })),
    }));
  });

  /** Whole weeks; null before the first and after the last. */
  protected readonly weeks = computed((): (Day | null)[][] => {
    const days = this.days();
    const first = new Date(`${days[0]?.date ?? ''}T12:00:00Z`).getUTCDay();
    const blank = (first - this.firstDay + WEEK) % WEEK;
    const cells = [...Array<null>(blank).fill(null), ...days];
    const rows = Math.ceil(cells.length / WEEK);
    return Array.from({ length: rows }, (_, row) =>
      Array.from({ length: WEEK }, (_, column) => cells[row * WEEK + column] ?? null),
    );
  });
  protected readonly isEmpty = computed(() => this.days().every(({ entries }) => entries.length === 0));

  private monthName(month: string): string {
    return this.formats.date(`${month}-15T12:00:00Z`, 'UTC', { month: 'long', year: 'numeric' });
  }

  private weekday(date: string, weekday: 'short' | 'long'): string {
    return this.formats.date(`${date}T12:00:00Z`, 'UTC', { weekday });
  }
}

/** 1 (Monday) to 7, as the language's readers count their weeks; Monday where the platform does not tell. */
function firstDayOfWeek(locale: string): number {
  const known = new Intl.Locale(locale) as Intl.Locale & { getWeekInfo?: () => { firstDay: number } };
  return known.getWeekInfo?.().firstDay ?? MONDAY;
}

function localDate(instant: string, timeZone: string): string {
  return dateFormatOf('en-CA', timeZone, { year: 'numeric', month: '2-digit', day: '2-digit' }).format(
    new Date(instant),
  );
}

function datesOf(month: string): string[] {
  const [year = 0, number = 1] = month.split('-').map(Number);
  const count = new Date(Date.UTC(year, number, 0)).getUTCDate();
  return Array.from({ length: count }, (_, index) => `${month}-${String(index + 1).padStart(2, '0')}`);
}

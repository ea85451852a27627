import { Component, computed, ElementRef, inject, input, output, signal } from '@angular/core';
import type { BatchDateChange } from '@reihe/shared-planning';
import { batchTitle } from '@reihe/shared-policies';
import { OpenTimeChoice } from '@reihe/admin-session-form';
import { placeWords, StackedTable } from '@reihe/admin-ui';
import { Formats, LANGUAGE } from '@reihe/web-platform';
import type { BatchRow } from './batch-rows';
import { markWords } from './mark-words';

/** The dates of a batch while one types: the host's time, that of the audience, what is remarkable, and what can be decided of each. */
@Component({
  selector: 'reihe-batch-dates',
  imports: [OpenTimeChoice, StackedTable],
  templateUrl: './batch-dates.html',
  styleUrl: './batch-dates.css',
})
export class BatchDates {
  readonly rows = input.required<readonly BatchRow[]>();
  readonly changes = input.required<readonly BatchDateChange[]>();
  readonly timeZone = input.required<string>();
  /** As typed, in the language the titles are shown in. */
  readonly title = input.required<string>();
  readonly canChange = input(true);
  readonly changed = output<BatchDateChange>();

  private readonly formats = inject(Formats);
  private readonly language = inject(LANGUAGE);
  private readonly element = inject<ElementRef<HTMLElement>>(ElementRef);
  /** The date whose time is being changed. */
  protected readonly opened = signal<number | null>(null);

  protected readonly hostCity = computed(() => this.formats.zoneCity(this.timeZone()));
  protected readonly shown = computed(() => {
    const total = this.rows().filter(({ number }) => number !== null).length;
    return this.rows().map((row) => ({
      row,
      when: this.whenWords(row),
      title: this.titleOf(row, total),
      marks: row.date.isLeftOut ? [] : markWords(row, this.timeZone(), this.formats),
      places: row.places.map(({ place, isNight, shift }) => ({
        id: place.id,
        name: placeWords({ ...place, cities: place.cities.slice(0, 1) }, this.formats),
        time: row.startsAt ? this.timeIn(row.startsAt, place.timeZone, row.date.local) : '',
        isNight,
        isShifted: shift !== 0,
      })),
    }));
  });

  /** Where the next unanswered question is. */
  focusQuestion(): void {
    const open = this.element.nativeElement.querySelector<HTMLElement>('[data-open] input[type=radio]');
    open?.focus();
  }

  protected leaveOut(row: BatchRow, isLeftOut: boolean): void {
    this.changed.emit({ ...this.changeOf(row), isLeftOut });
  }

  protected answer(row: BatchRow, answer: string): void {
    const isChoice = answer === 'earlier' || answer === 'later';
    this.changed.emit({
      ...this.changeOf(row),
      ...(isChoice ? { clockChoice: answer } : { startsLocal: answer, clockChoice: null }),
    });
  }

  /** An empty box is a time that is not typed yet: the last whole one stays. */
  protected move(row: BatchRow, local: string): void {
    if (local.length >= 16)
      this.changed.emit({ ...this.changeOf(row), startsLocal: local.slice(0, 16), clockChoice: null });
  }

  protected asPlanned(row: BatchRow): void {
    this.opened.set(null);
    this.changed.emit({ ...this.changeOf(row), startsLocal: null, clockChoice: null });
  }

  protected toggle(row: BatchRow): void {
    this.opened.update((index) => (index === row.index ? null : row.index));
  }

  private changeOf({ index }: BatchRow): BatchDateChange {
    const known = this.changes().find((change) => change.index === index);
    return known ?? { index, isLeftOut: false, startsLocal: null, clockChoice: null };
  }

  private whenWords({ date }: BatchRow): string {
    const day = this.formats.shortDate(`${date.local.slice(0, 10)}T12:00:00Z`, 'UTC');
    return `${day}, ${date.local.slice(11)}`;
  }

  private titleOf({ number, date }: BatchRow, total: number): string {
    if (number === null || this.title().trim() === '') return '';
    return batchTitle(this.title(), { number, total, local: date.local }, this.language);
  }

  /** Names the day where it is another one than the host's. */
  private timeIn(instant: Date, timeZone: string, hostLocal: string): string {
    const moment = instant.toISOString();
    const time = this.formats.time(moment, timeZone);
    const hostDay = this.formats.day(`${hostLocal.slice(0, 10)}T12:00:00Z`, 'UTC');
    if (this.formats.day(moment, timeZone) === hostDay) return time;
    return `${this.formats.date(moment, timeZone, { weekday: 'short' })} ${time}`;
  }
}

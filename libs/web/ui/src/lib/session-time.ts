import { Component, computed, inject, input, ViewEncapsulation } from '@angular/core';
import { Formats, ReaderClock, zonePlace } from '@reihe/web-platform';

/**
 * When a session is: the reader's own time first, the host's beside it. Until a browser has told the reader's zone (and without
 * JavaScript) the host's comes first and UTC beside it; both ways take the same two lines, so nothing moves.
 */
@Component({
  selector: 'reihe-session-time',
  template: `
    <p class="first">
      @if (withDay()) {
        <span class="day">{{ day() }}</span>
      }
      <time [attr.datetime]="startsAt()">{{ range(firstZone()) }}</time>&ngsp;
      @if (ownZone()) {
        <span class="zone" i18n="@@web.time.yours">your time</span>
      } @else {
        <span class="zone">{{ hostZone() }}</span>
      }
    </p>
    <p class="second">
      @if (!ownZone()) {
        {{ range('UTC') }} <ng-container i18n="@@web.time.utc">in UTC</ng-container>
      } @else if (isSame()) {
        <ng-container i18n="@@web.time.same">the same in {{ hostZone() }}</ng-container>
      } @else {
        @if (isOtherDay()) {
          {{ hostDay() }},
        }
        {{ range(timeZone()) }} <ng-container i18n="@@web.time.host">in {{ hostZone() }}</ng-container>
      }
    </p>
  `,
  // Written for the element itself: pages have very many of it, and scoping marks every element within.
  encapsulation: ViewEncapsulation.None,
  styles: `
    reihe-session-time {
      display: block;
      line-height: 1.4;
      font-variant-numeric: tabular-nums;
    }
    reihe-session-time p {
      margin: 0;
    }
    reihe-session-time .first {
      font-weight: 600;
    }
    reihe-session-time .day {
      display: block;
    }
    reihe-session-time .zone {
      white-space: nowrap;
    }
    reihe-session-time .second {
      font-size: var(--step--1);
      color: var(--ink-soft);
    }
  `,
})
export class SessionTime {
  /** ISO 8601 instants. */
  readonly startsAt = input.required<string>();
  readonly endsAt = input.required<string>();
  /** The host's IANA zone. */
  readonly timeZone = input.required<string>();
  /** False where a date block stands beside it. */
  readonly withDay = input(true);
  /** The reader's zone where it is known without asking the browser, e.g. from their registration. */
  readonly knownZone = input<string | null>(null);

  private readonly formats = inject(Formats);
  private readonly clock = inject(ReaderClock);

  protected readonly ownZone = computed(() => this.knownZone() ?? this.clock.timeZone());

  protected readonly firstZone = computed(() => this.ownZone() ?? this.timeZone());
  protected readonly day = computed(() => this.formats.longDay(this.startsAt(), this.firstZone()));
  protected readonly hostDay = computed(() => this.formats.shortDay(this.startsAt(), this.timeZone()));
  protected readonly hostZone = computed(
    () => `${zonePlace(this.timeZone())} (${this.formats.zoneOffset(this.startsAt(), this.timeZone())})`,
  );
  protected readonly isSame = computed(
    () =>
      this.formats.zoneOffset(this.startsAt(), this.firstZone()) ===
      this.formats.zoneOffset(this.startsAt(), this.timeZone()),
  );
  protected readonly isOtherDay = computed(
    () =>
      this.formats.day(this.startsAt(), this.firstZone()) !==
      this.formats.day(this.startsAt(), this.timeZone()),
  );

  protected range(timeZone: string): string {
    return this.formats.timeRange(this.startsAt(), this.endsAt(), timeZone);
  }
}

import { Component, computed, inject, signal } from '@angular/core';
import { MAT_DIALOG_DATA, MatDialogModule, MatDialogRef } from '@angular/material/dialog';
import { ownTimeZone } from '@reihe/admin-ui';
import { instantOf } from '@reihe/admin-session-form';
import type { FiguresMode } from '@reihe/shared-editorial';
import { isTimeZone, wallClockOf } from '@reihe/shared-policies';
import { Formats } from '@reihe/web-platform';
import { FiguresChoice } from './figures-choice';

/** Wall clock `YYYY-MM-DDTHH:mm` and the zone it is meant in. */
export interface TypedMinute {
  publishLocal: string;
  timeZone: string;
}

export interface ScheduleQuestion {
  /** Of the series. */
  hostZone: string;
  /** What it was scheduled for until now; null: tomorrow morning where the series is at home. */
  known: TypedMinute | null;
  /** As it was chosen last. */
  figures: FiguresMode;
}

export interface ScheduledMinute extends TypedMinute {
  figures: FiguresMode;
}

/** When a recap is to appear, with what that minute is on the host's clock and on one's own. */
@Component({
  selector: 'reihe-schedule-dialog',
  imports: [FiguresChoice, MatDialogModule],
  template: `
    <form novalidate (submit)="answer($event)">
      <h2 mat-dialog-title i18n="@@recap-desk.schedule.title">When should it appear?</h2>
      <mat-dialog-content>
        <div class="fields">
          <label>
            <span i18n="@@recap-desk.schedule.local">Day and time</span>
            <input
              #localBox
              type="datetime-local"
              class="control"
              [value]="local()"
              (input)="local.set(localBox.value)"
            />
          </label>
          <label>
            <span i18n="@@recap-desk.schedule.zone">Time zone</span>
            <input
              #zoneBox
              class="control"
              list="schedule-zones"
              autocomplete="off"
              spellcheck="false"
              [value]="zone()"
              (input)="zone.set(zoneBox.value)"
            />
          </label>
          <datalist id="schedule-zones">
            @for (one of zones; track one) {
              <option [value]="one"></option>
            }
          </datalist>
        </div>
        <div aria-live="polite">
          @if (clocks().length > 0) {
            <ul role="list">
              @for (clock of clocks(); track clock.words) {
                <li>{{ clock.words }}</li>
              }
            </ul>
          }
          @if (isOver()) {
            <p class="missing" i18n="@@recap-desk.schedule.over">This minute is over already.</p>
          }
        </div>
        <reihe-figures-choice [(value)]="figures" />
        <p class="hint" i18n="@@recap-desk.schedule.hint">
          It appears by itself then, a few seconds later at most. Until then it can be taken off the schedule.
        </p>
      </mat-dialog-content>
      <mat-dialog-actions>
        <button type="button" class="button quiet" mat-dialog-close i18n="@@recap-desk.dialog.back">
          Back
        </button>
        <button type="submit" class="button" [disabled]="!canAnswer()" i18n="@@recap-desk.schedule.action">
          Schedule
        </button>
      </mat-dialog-actions>
    </form>
  `,
  styles: `
    .fields {
      display: flex;
      flex-wrap: wrap;
      gap: var(--space-s);
    }
    label {
      display: grid;
      flex: 1 1 12rem;
      gap: 0.15rem;
      font-weight: 600;
    }
    label .control {
      font-weight: 400;
    }
    reihe-figures-choice {
      display: block;
      margin-block-start: var(--space-s);
    }
    ul {
      margin-block: var(--space-s) 0;
    }
    .hint {
      margin: var(--space-s) 0 0;
      color: var(--ink-soft);
    }
  `,
})
export class ScheduleDialog {
  private readonly question = inject<ScheduleQuestion>(MAT_DIALOG_DATA);
  private readonly dialog = inject<MatDialogRef<ScheduleDialog, ScheduledMinute>>(MatDialogRef);
  private readonly formats = inject(Formats);

  protected readonly zones = Intl.supportedValuesOf('timeZone');
  protected readonly local = signal(
    this.question.known?.publishLocal ?? tomorrowMorning(this.question.hostZone),
  );
  protected readonly zone = signal(this.question.known?.timeZone ?? this.question.hostZone);
  protected readonly figures = signal(this.question.figures);
  private readonly instant = computed(() =>
    isTimeZone(this.zone()) ? instantOf(this.local(), this.zone()) : null,
  );
  protected readonly isOver = computed(() => {
    const instant = this.instant();
    return instant !== null && Date.parse(instant) <= Date.now();
  });
  protected readonly canAnswer = computed(() => this.instant() !== null && !this.isOver());
  protected readonly clocks = computed(() => {
    const instant = this.instant();
    if (instant === null) return [];
    const { hostZone } = this.question;
    const clock = (zone: string) =>
      `${this.formats.shortDate(instant, zone)}, ${this.formats.time(instant, zone)} (${this.formats.zoneCity(zone)}, ${this.formats.zoneOffset(instant, zone)})`;
    const host = clock(hostZone);
    const own = clock(ownTimeZone());
    return [
      { words: $localize`:@@recap-desk.schedule.own:Your time: ${own}:when:` },
      ...(ownTimeZone() === hostZone
        ? []
        : [{ words: $localize`:@@recap-desk.schedule.host:Host’s time: ${host}:when:` }]),
    ];
  });

  protected answer(event: Event): void {
    event.preventDefault();
    if (this.canAnswer())
      this.dialog.close({ publishLocal: this.local(), timeZone: this.zone(), figures: this.figures() });
  }
}

function tomorrowMorning(timeZone: string): string {
  return `${wallClockOf(new Date(Date.now() + 86_400_000), timeZone).slice(0, 10)}T09:00`;
}

import { Component, computed, effect, inject, input, output, signal } from '@angular/core';
import { MatSnackBar } from '@angular/material/snack-bar';
import { sayDone } from '@reihe/admin-ui';
import { setThresholdRules, type SeriesThreshold } from '@reihe/shared-figures';
import { AttendanceClient, StaffAccess } from '@reihe/web-data-access';
import { staffFailureWords } from '@reihe/web-forms';
import { failureOf } from '@reihe/web-platform';

/** How long somebody must have been there to have come, for all sessions of the series. */
@Component({
  selector: 'reihe-threshold-panel',
  template: `
    <details class="panel">
      <summary>
        <ng-container i18n="@@attendance.threshold.needed"
          >Whoever was there for {{ neededMinutes() }} minutes came</ng-container
        >
      </summary>
      <p i18n="@@attendance.threshold.text">
        For every session of the series: a share of its length or a number of minutes, whichever is reached
        first. Leave one of them empty and the other decides. A change counts every session of the series
        anew.
      </p>
      <form (submit)="$event.preventDefault(); save()">
        <div>
          <label for="threshold-share" i18n="@@attendance.threshold.share"
            >Share of the session, in percent</label
          >
          <input
            #share
            id="threshold-share"
            class="control"
            type="number"
            inputmode="numeric"
            min="1"
            max="100"
            [value]="percent()"
            [disabled]="!mayWrite()"
            (input)="percent.set(share.value)"
          />
        </div>
        <div>
          <label for="threshold-minutes" i18n="@@attendance.threshold.minutes">Minutes</label>
          <input
            #least
            id="threshold-minutes"
            class="control"
            type="number"
            inputmode="numeric"
            min="1"
            max="1440"
            [value]="minutes()"
            [disabled]="!mayWrite()"
            (input)="minutes.set(least.value)"
          />
        </div>
        @if (mayWrite()) {
          <button class="button" [disabled]="isSending() || !isRight()" i18n="@@attendance.threshold.save">
            Count like this
          </button>
        }
        @if (!isRight()) {
          <p role="status" i18n="@@attendance.threshold.wrong">
            Whole numbers, 1 to 100 percent and 1 to 1440 minutes; at least one of the two.
          </p>
        }
      </form>
    </details>
  `,
  styles: `
    summary {
      font-weight: 600;
    }
    form {
      display: flex;
      flex-wrap: wrap;
      gap: var(--space-s);
      align-items: end;
    }
    label {
      display: block;
    }
    form p {
      flex-basis: 100%;
    }
    input {
      inline-size: 8rem;
    }
  `,
})
export class ThresholdPanel {
  readonly threshold = input.required<SeriesThreshold>();
  readonly neededMinutes = input.required<number>();
  readonly changed = output();

  private readonly client = inject(AttendanceClient);
  private readonly access = inject(StaffAccess);
  private readonly snackBar = inject(MatSnackBar);

  protected readonly mayWrite = computed(() => this.access.may('figures.write'));
  protected readonly percent = signal('');
  protected readonly minutes = signal('');
  protected readonly isSending = signal(false);
  private readonly wanted = computed(() => ({
    sharePercent: numberIn(this.percent(), setThresholdRules.sharePercent),
    minutes: numberIn(this.minutes(), setThresholdRules.minutes),
  }));
  protected readonly isRight = computed(() => {
    const { sharePercent, minutes } = this.wanted();
    return sharePercent !== undefined && minutes !== undefined && (sharePercent !== null || minutes !== null);
  });

  constructor() {
    effect(() => {
      const { sharePercent, minutes } = this.threshold();
      this.percent.set(sharePercent === null ? '' : String(sharePercent));
      this.minutes.set(minutes === null ? '' : String(minutes));
    });
  }

  protected async save(): Promise<void> {
    const { sharePercent, minutes } = this.wanted();
    if (this.isSending() || sharePercent === undefined || minutes === undefined) return;
    const before = this.threshold();
    this.isSending.set(true);
    try {
      const { version } = await this.client.setThreshold(before.seriesId, {
        sharePercent,
        minutes,
        version: before.version,
      });
      const undo = async () => {
        await this.client.setThreshold(before.seriesId, { ...before, version });
        this.changed.emit();
      };
      sayDone(this.snackBar, $localize`:@@attendance.threshold.saved:The series is counted anew`, undo, 30);
    } catch (error) {
      this.snackBar.open(staffFailureWords(failureOf(error)));
    } finally {
      this.isSending.set(false);
      this.changed.emit();
    }
  }
}

/** null: empty; undefined: no number that is allowed. */
function numberIn(typed: string, { min, max }: { min: number; max: number }): number | null | undefined {
  if (typed.trim() === '') return null;
  const number = Number(typed);
  return Number.isInteger(number) && number >= min && number <= max ? number : undefined;
}

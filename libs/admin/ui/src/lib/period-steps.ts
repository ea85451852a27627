import { Component, computed, inject, input, output } from '@angular/core';
import { stepBy, today, type PeriodLength } from '@reihe/shared-policies';
import { Formats } from '@reihe/web-platform';
import { ownTimeZone } from './moments';

export interface LengthChoice {
  value: PeriodLength;
  words: string;
}

/** Which time is shown, how long it is and in which zone it is told. */
@Component({
  selector: 'reihe-period-steps',
  template: `
    <div class="steps">
      <button type="button" class="button quiet" (click)="step(-1)" i18n="@@planning.period.before">
        <span aria-hidden="true">‹</span> Earlier
      </button>
      <button type="button" class="button quiet" (click)="goToday()" i18n="@@planning.period.today">
        Today
      </button>
      <button type="button" class="button quiet" (click)="step(1)" i18n="@@planning.period.after">
        Later <span aria-hidden="true">›</span>
      </button>
    </div>
    <h2 aria-live="polite">{{ heading() }}</h2>
    <label>
      <span i18n="@@planning.period.length">Show</span>
      <select #lengthBox class="control" (change)="lengthChange.emit(lengthBox.value)">
        @for (choice of lengths(); track choice.value) {
          <option [value]="choice.value" [selected]="choice.value === length()">{{ choice.words }}</option>
        }
      </select>
    </label>
    <label>
      <span i18n="@@planning.period.zone">Times of</span>
      <select #zoneBox class="control" (change)="tellIn(zoneBox.value)">
        <option [value]="own" [selected]="own === zone()" i18n="@@planning.period.own-zone">
          you ({{ ownPlace }})
        </option>
        @for (other of zones(); track other) {
          <option [value]="other" [selected]="other === zone()">{{ other }}</option>
        }
      </select>
    </label>
  `,
  styles: `
    :host {
      display: flex;
      flex-wrap: wrap;
      gap: var(--space-2xs) var(--space-s);
      align-items: center;
      margin-block-end: var(--space-xs);
    }
    .steps {
      display: flex;
      gap: var(--space-3xs);
    }
    .steps span {
      margin-inline: 0.3em;
    }
    h2 {
      flex: 1 1 12rem;
      margin: 0;
      font-size: var(--step-2);
    }
    label {
      display: flex;
      gap: var(--space-2xs);
      align-items: center;
      font-size: var(--step--1);
      font-weight: 600;
    }
    .control {
      inline-size: auto;
      max-inline-size: 14rem;
    }
  `,
})
export class PeriodSteps {
  readonly heading = input.required<string>();
  readonly lengths = input.required<readonly LengthChoice[]>();
  readonly length = input.required<PeriodLength>();
  readonly lengthChange = output<string>();
  /** `YYYY-MM-DD`. */
  readonly day = input.required<string>();
  /** Empty: today. */
  readonly dayChange = output<string>();
  readonly zone = input.required<string>();
  /** Empty: one's own. */
  readonly zoneChange = output<string>();

  protected readonly own = ownTimeZone();
  protected readonly ownPlace = inject(Formats).zoneCity(this.own);
  protected readonly zones = computed(() => {
    const known = Intl.supportedValuesOf('timeZone');
    // What a link names may be an older name of a zone, or UTC, which lists leave out.
    const named = [...new Set(['UTC', this.zone(), ...known])];
    return named.filter((zone) => zone !== this.own).sort();
  });

  protected step(steps: number): void {
    this.goTo(stepBy(this.day(), this.length(), steps));
  }

  protected goToday(): void {
    this.dayChange.emit('');
  }

  protected tellIn(zone: string): void {
    this.zoneChange.emit(zone === this.own ? '' : zone);
  }

  private goTo(day: string): void {
    this.dayChange.emit(day === today(this.zone()) ? '' : day);
  }
}

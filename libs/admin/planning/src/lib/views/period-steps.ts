import { Component, computed, inject, input, output } from '@angular/core';
import { ownTimeZone } from '@reihe/admin-ui';
import { Formats } from '@reihe/web-platform';
import { stepBy, today, type PeriodLength } from './days';
import { ProgrammeAddress } from './programme-address';

export interface LengthChoice {
  value: PeriodLength;
  words: string;
}

/** Which time is shown, how long it is and in which zone it is told; all of it in the URL. */
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
        <option [value]="own" [selected]="own === address.zone()" i18n="@@planning.period.own-zone">
          you ({{ ownPlace }})
        </option>
        @for (zone of zones(); track zone) {
          <option [value]="zone" [selected]="zone === address.zone()">{{ zone }}</option>
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

  protected readonly address = inject(ProgrammeAddress);
  protected readonly own = ownTimeZone();
  protected readonly ownPlace = inject(Formats).zoneCity(this.own);
  protected readonly zones = computed(() => {
    const known = Intl.supportedValuesOf('timeZone');
    // What a link names may be an older name of a zone, or UTC, which lists leave out.
    const named = [...new Set(['UTC', this.address.zone(), ...known])];
    return named.filter((zone) => zone !== this.own).sort();
  });

  protected step(steps: number): void {
    this.goTo(stepBy(this.address.day(), this.length(), steps));
  }

  protected goToday(): void {
    this.address.show({ day: '' });
  }

  protected tellIn(zone: string): void {
    this.address.show({ zone: zone === this.own ? '' : zone });
  }

  private goTo(day: string): void {
    this.address.show({ day: day === today(this.address.zone()) ? '' : day });
  }
}

import { Component, model } from '@angular/core';
import type { FiguresMode } from '@reihe/shared-editorial';

let choices = 0;

/** Whether readers see figures as the records say them, or as they were when the recap was published. */
@Component({
  selector: 'reihe-figures-choice',
  template: `
    <fieldset>
      <legend i18n="@@recap-desk.figures.legend">Figures in the text and beside it</legend>
      <label>
        <input type="radio" [name]="name" [checked]="value() === 'live'" (change)="value.set('live')" />
        <span i18n="@@recap-desk.figures.live"
          ><b>Live:</b> readers see what the records say on the day they read</span
        >
      </label>
      <label>
        <input type="radio" [name]="name" [checked]="value() === 'frozen'" (change)="value.set('frozen')" />
        <span i18n="@@recap-desk.figures.frozen"
          ><b>Frozen:</b> they stay as they are when it is published, with the day beside them</span
        >
      </label>
    </fieldset>
  `,
  styles: `
    fieldset {
      display: grid;
      gap: var(--space-3xs);
      margin: 0;
      padding: 0;
      border: 0;
    }
    legend {
      padding: 0;
      font-weight: 600;
    }
    label {
      display: flex;
      gap: 0.5em;
      align-items: baseline;
      font-weight: 400;
    }
  `,
})
export class FiguresChoice {
  readonly value = model.required<FiguresMode>();
  protected readonly name = `figures-${++choices}`;
}

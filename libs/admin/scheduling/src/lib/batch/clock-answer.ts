import { Component, computed, inject, input, output } from '@angular/core';
import { Formats } from '@reihe/web-platform';
import type { ClockQuestion } from './batch-rows';

let questions = 0;

/** Which time is meant around a change of clocks; nothing is chosen until somebody chooses. */
@Component({
  selector: 'reihe-clock-answer',
  template: `
    <fieldset>
      <legend>{{ words() }}</legend>
      @for (option of options(); track option.value) {
        <label>
          <input
            type="radio"
            [name]="name"
            [value]="option.value"
            [checked]="option.value === question().answer"
            (change)="answered.emit(option.value)"
          />
          <span>{{ option.words }}</span>
        </label>
      }
    </fieldset>
  `,
  styles: `
    fieldset {
      margin: 0;
      padding: var(--space-2xs) var(--space-xs);
      border: 1px solid var(--coral);
      border-radius: var(--radius);
    }
    legend {
      padding: 0;
      float: inline-start;
      inline-size: 100%;
      font-weight: 600;
    }
    label {
      display: flex;
      clear: both;
      gap: var(--space-2xs);
      align-items: baseline;
      min-block-size: 1.75rem;
    }
  `,
})
export class ClockAnswer {
  readonly question = input.required<ClockQuestion>();
  readonly timeZone = input.required<string>();
  /** One of the wall clocks beside a jump, `earlier` or `later`. */
  readonly answered = output<string>();

  private readonly formats = inject(Formats);
  protected readonly name = `clock-answer-${(questions += 1)}`;
  protected readonly words = computed(() => {
    const { local, options } = this.question();
    const time = local.slice(11);
    return options.kind === 'nonexistent'
      ? $localize`:@@planning.clock.nonexistent:${time}:time: does not exist on this day: the clocks jump over it. Which time is meant?`
      : $localize`:@@planning.clock.ambiguous:${time}:time: comes twice on this day: the clocks are put back over it. Which is meant?`;
  });
  protected readonly options = computed(() => {
    const { local, options } = this.question();
    if (options.kind === 'nonexistent')
      return options.neighbours.map((value) => ({ value, words: value.slice(11) }));
    const named = (instant: Date) =>
      `${local.slice(11)} ${this.formats.zoneOffset(instant.toISOString(), this.timeZone())}`;
    const [earlier, later] = options.instants;
    return [
      {
        value: 'earlier',
        words: $localize`:@@planning.clock.earlier:The first time, ${named(earlier)}:time:`,
      },
      { value: 'later', words: $localize`:@@planning.clock.later:The second time, ${named(later)}:time:` },
    ];
  });
}

import { Component, computed, inject, input, output } from '@angular/core';
import { Formats } from '@reihe/web-platform';

/** A time at a change of clocks that has to be asked about. */
export interface OpenTime {
  /** nonexistent: the clocks jump over it · ambiguous: it comes twice */
  kind: 'nonexistent' | 'ambiguous';
  /** Wall clock, `YYYY-MM-DDTHH:mm`. */
  local: string;
  /** nonexistent: the wall clocks before and after the jump; ambiguous: the two instants. */
  candidates: readonly string[];
  /** What was answered, as it was told; null or absent: nothing yet. */
  answer?: string | null;
}

let questions = 0;

/** Asks which time is meant where it stands; nothing is chosen until somebody chooses. */
@Component({
  selector: 'reihe-open-time-choice',
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
export class OpenTimeChoice {
  readonly question = input.required<OpenTime>();
  readonly timeZone = input.required<string>();
  /** One of the wall clocks beside a jump, `earlier` or `later`. */
  readonly answered = output<string>();

  private readonly formats = inject(Formats);
  protected readonly name = `open-time-${(questions += 1)}`;
  protected readonly words = computed(() => {
    const { local, kind } = this.question();
    const time = local.slice(11);
    return kind === 'nonexistent'
      ? $localize`:@@planning.clock.nonexistent:${time}:time: does not exist on this day: the clocks jump over it. Which time is meant?`
      : $localize`:@@planning.clock.ambiguous:${time}:time: comes twice on this day: the clocks are put back over it. Which is meant?`;
  });
  protected readonly options = computed(() => {
    const { local, kind, candidates } = this.question();
    if (kind === 'nonexistent') return candidates.map((value) => ({ value, words: value.slice(11) }));
    const [earlier, later] = candidates.map(
      (instant) => `${local.slice(11)} ${this.formats.zoneOffset(instant, this.timeZone())}`,
    );
    return [
      { value: 'earlier', words: $localize`:@@planning.clock.earlier:The first time, ${earlier}:time:` },
      { value: 'later', words: $localize`:@@planning.clock.later:The second time, ${later}:time:` },
    ];
  });
}

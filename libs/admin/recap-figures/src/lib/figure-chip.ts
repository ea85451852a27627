import { Component, computed, inject } from '@angular/core';
import type { FigureRequest, FigureRounding } from '@reihe/shared-contracts';
import { measureWords } from '@reihe/web-platform';
import { AngularNodeViewComponent } from 'ngx-tiptap';
import { FigureValues } from './figure-values';

/** A live number in the text: its value of today, what it counts and where it is from. */
@Component({
  selector: 'reihe-figure-chip',
  template: `
    @if (known(); as figure) {
      <b>{{ values.value(figure, rounding()) }}</b> <small>{{ values.shortly(figure) }}</small>
    } @else {
      <b>?</b> <small>{{ unknownWords() }}</small>
    }
  `,
  host: {
    contenteditable: 'false',
    '[class.unknown]': '!values.hasValue(figure())',
    '[class.selected]': 'selected()',
    '[title]': 'explanation()',
  },
  styles: `
    :host {
      padding: 0.05em 0.45em 0.1em;
      border: 1px solid var(--line-strong);
      border-radius: var(--radius);
      background: var(--sunken);
      font-family: var(--sans);
      font-size: 0.875em;
      -webkit-box-decoration-break: clone;
      box-decoration-break: clone;
      cursor: default;
    }
    b {
      margin-inline-end: 0.35em;
    }
    :host(.selected) {
      outline: 2px solid var(--harbour);
      outline-offset: 1px;
    }
    :host(.unknown) {
      border-color: var(--coral);
    }
    small {
      color: var(--ink-soft);
    }
    :host(.unknown) small {
      color: var(--coral);
    }
  `,
})
export class FigureChip extends AngularNodeViewComponent {
  protected readonly values = inject(FigureValues);
  protected readonly figure = computed(() => this.node().attrs as unknown as FigureRequest);
  protected readonly rounding = computed(
    () => (this.node().attrs['rounding'] as FigureRounding | null) ?? undefined,
  );
  protected readonly known = computed(() => this.values.find(this.figure()));
  protected readonly explanation = computed(() => {
    const known = this.known();
    const names = this.values.titlesOf(this.figure());
    return [known ? this.values.explanation(known) : this.unknownWords(), ...names].join('\n');
  });
  protected readonly unknownWords = computed(() => {
    const words = measureWords(this.figure().measure, 0);
    return !this.values.hasValue(this.figure())
      ? $localize`:@@recap-desk.figure.none:${words}:measure:, no record`
      : words;
  });
}

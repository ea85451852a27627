import { Component, computed, input } from '@angular/core';
import { textDifference } from '@reihe/shared-policies';

/** What became of a text, word by word; also where colours and lines are not seen. */
@Component({
  selector: 'reihe-text-difference',
  template: `
    @for (part of parts(); track $index) {
      @switch (part.kind) {
        @case ('added') {
          <ins
            ><span class="visually-hidden"
              ><ng-container i18n="@@admin.difference.added">(added:)</ng-container>&ngsp;</span
            >{{ part.text
            }}<span class="visually-hidden"
              >&ngsp;<ng-container i18n="@@admin.difference.end">(end)</ng-container></span
            ></ins
          >
        }
        @case ('removed') {
          <del
            ><span class="visually-hidden"
              ><ng-container i18n="@@admin.difference.removed">(removed:)</ng-container>&ngsp;</span
            >{{ part.text
            }}<span class="visually-hidden"
              >&ngsp;<ng-container i18n="@@admin.difference.end">(end)</ng-container></span
            ></del
          >
        }
        @default {
          <span>{{ part.text }}</span>
        }
      }
    }
  `,
  styles: `
    :host {
      white-space: pre-line;
      overflow-wrap: anywhere;
    }
    ins {
      background: var(--go-tint);
      color: var(--go-ink);
      text-decoration: underline;
      text-decoration-thickness: 1px;
    }
    del {
      background: var(--hurry-tint);
      color: var(--hurry-ink);
    }
  `,
})
export class TextDifference {
  readonly before = input.required<string>();
  readonly after = input.required<string>();
  protected readonly parts = computed(() => textDifference(this.before(), this.after()));
}

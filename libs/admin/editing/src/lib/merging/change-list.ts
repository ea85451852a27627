import { Component, input } from '@angular/core';
import type { ShownChange } from './field-words';
import { TextDifference } from './text-difference';

/** Fields with what they were and what they are; texts word by word. */
@Component({
  selector: 'reihe-change-list',
  imports: [TextDifference],
  template: `
    <dl>
      @for (change of changes(); track $index) {
        <div>
          <dt>{{ change.label }}</dt>
          <dd [attr.lang]="change.language ?? null">
            @if (change.kind === 'choice') {
              @if (change.before !== change.after) {
                <span class="before"
                  ><span class="visually-hidden" i18n="@@admin.difference.was">Before:</span>
                  {{ change.before }}</span
                >
                <span aria-hidden="true"> → </span>
                <span
                  ><span class="visually-hidden" i18n="@@admin.difference.is">Now:</span>
                  {{ change.after }}</span
                >
              }
            } @else {
              <reihe-text-difference [before]="change.before" [after]="change.after" />
            }
          </dd>
        </div>
      }
    </dl>
  `,
  styles: `
    dl {
      display: grid;
      gap: var(--space-2xs);
      margin: 0;
    }
    dl > div {
      display: grid;
      grid-template-columns: minmax(8rem, 15rem) 1fr;
      gap: 0 var(--space-s);
    }
    dt {
      font-weight: 600;
      overflow-wrap: anywhere;
    }
    dd {
      margin: 0;
      overflow-wrap: anywhere;
      white-space: pre-line;
    }
    .before {
      color: var(--ink-soft);
      text-decoration: line-through;
    }
    @media (width < 40rem) {
      dl > div {
        grid-template-columns: 1fr;
      }
    }
  `,
})
export class ChangeList {
  readonly changes = input.required<readonly ShownChange[]>();
}

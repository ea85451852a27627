import { Component, inject, input, output } from '@angular/core';
import type { BulkPreviewItem } from '@reihe/shared-planning';
import { StackedTable } from '@reihe/admin-ui';
import { Formats } from '@reihe/web-platform';
import { refusalWords, type StartedKind } from './bulk-words';

/** Per session what happens to it, or why nothing does; a doubtful time is asked about where it stands. */
@Component({
  selector: 'reihe-bulk-preview-table',
  imports: [StackedTable],
  template: `
    <div class="table-frame" tabindex="0" role="region" aria-labelledby="bulk-preview">
      <table class="dense" reiheStackedTable>
        <caption id="bulk-preview" class="visually-hidden" i18n="@@planning.bulk.preview">
          What happens to each session
        </caption>
        <thead>
          <tr>
            <th scope="col" i18n="@@planning.bulk.column-session">Session</th>
            <th scope="col" i18n="@@planning.bulk.column-what">What happens</th>
            <th scope="col" i18n="@@planning.bulk.column-told">Told</th>
          </tr>
        </thead>
        <tbody>
          @for (item of items(); track item.id) {
            <tr [class.out]="item.refusal">
              <th scope="row">
                @if (item.title) {
                  {{ item.title }}
                  <small>{{ item.seriesTitle }}</small>
                } @else {
                  <ng-container i18n="@@planning.bulk.unknown">Unknown session</ng-container>
                }
              </th>
              <td>
                @if (item.refusal; as refusal) {
                  <strong i18n="@@planning.bulk.left-out">Left out:</strong>
                  {{ refusalWords(refusal) }}
                } @else if (item.question; as question) {
                  <fieldset>
                    <legend>
                      @if (question.kind === 'ambiguous') {
                        <ng-container i18n="@@planning.bulk.twice"
                          >{{ clock(question.local) }} comes twice that night. Which is meant?</ng-container
                        >
                      } @else {
                        <ng-container i18n="@@planning.bulk.jumped"
                          >The clocks jump over {{ clock(question.local) }} that night. Which is
                          meant?</ng-container
                        >
                      }
                    </legend>
                    @for (choice of choices; track choice) {
                      <button
                        type="button"
                        class="button quiet"
                        (click)="chosen.emit({ id: item.id, choice })"
                      >
                        {{ candidate(item, $index) }}
                      </button>
                    }
                  </fieldset>
                } @else {
                  @switch (kind()) {
                    @case ('publish') {
                      <ng-container i18n="@@planning.bulk.becomes-public"
                        >Becomes public: {{ when(item.startsAt, item) }}</ng-container
                      >
                    }
                    @case ('move') {
                      @if (item.moved; as moved) {
                        <s>{{ when(item.startsAt, item) }}</s>
                        <br />
                        {{ when(moved.startsAt, item) }}
                      }
                    }
                    @case ('capacity') {
                      {{ places(item.capacity) }} → {{ places(capacity()) }}
                      @if (item.promoted > 0) {
                        <small i18n="@@planning.bulk.promoted">{item.promoted, plural,
                          =1 {One moves up from the waiting list}
                          other {{{ item.promoted }} move up from the waiting list}
                        }</small>
                      }
                    }
                    @case ('cancel') {
                      <ng-container i18n="@@planning.bulk.is-cancelled"
                        >Is cancelled: {{ when(item.startsAt, item) }}</ng-container
                      >
                    }
                  }
                }
              </td>
              <td>
                @if (!item.refusal && !item.question) {
                  @if (item.peopleTold + item.speakersTold > 0) {
                    <ng-container i18n="@@planning.bulk.told-one"
                      >{{ item.peopleTold }} people, {{ item.speakersTold }} speakers</ng-container
                    >
                  } @else {
                    <ng-container i18n="@@planning.bulk.told-nobody">Nobody</ng-container>
                  }
                }
              </td>
            </tr>
          }
        </tbody>
      </table>
    </div>
  `,
  styles: `
    .out {
      color: var(--ink-soft);
    }
    fieldset {
      display: flex;
      flex-wrap: wrap;
      gap: var(--space-2xs);
      margin: 0;
      padding: 0;
      border: 0;
    }
    legend {
      padding: 0 0 var(--space-3xs);
    }
  `,
})
export class BulkPreviewTable {
  readonly kind = input.required<StartedKind>();
  readonly capacity = input.required<number | null>();
  readonly items = input.required<readonly BulkPreviewItem[]>();
  readonly chosen = output<{ id: string; choice: 'earlier' | 'later' }>();

  private readonly formats = inject(Formats);
  protected readonly choices = ['earlier', 'later'] as const;
  protected readonly refusalWords = refusalWords;

  protected when(instant: string, { timeZone }: BulkPreviewItem): string {
    const day = this.formats.date(instant, timeZone, {
      weekday: 'short',
      day: 'numeric',
      month: 'short',
      year: 'numeric',
    });
    return `${day}, ${this.formats.time(instant, timeZone)} ${this.formats.zoneCity(timeZone)}`;
  }

  protected places(capacity: number | null): string {
    return capacity === null
      ? $localize`:@@planning.bulk.no-limit:no limit`
      : $localize`:@@planning.bulk.places:${capacity}:places: places`;
  }

  protected clock(local: string): string {
    return local.slice(11);
  }

  /** "02:30 GMT+2", or the wall clock before or after a jump. */
  protected candidate({ question, timeZone }: BulkPreviewItem, index: number): string {
    const candidate = question?.candidates[index] ?? '';
    if (question?.kind === 'nonexistent') return this.clock(candidate);
    return `${this.clock(question?.local ?? '')} ${this.formats.zoneOffset(candidate, timeZone)}`;
  }
}

import { Component, inject, input, output } from '@angular/core';
import type { BulkPreviewItem } from '@reihe/shared-planning';
import { OpenTimeChoice } from '@reihe/admin-session-form';
import { StackedTable } from '@reihe/admin-ui';
import { Formats } from '@reihe/web-platform';
import { refusalWords, type StartedKind } from './bulk-words';

/** Per session what happens to it, or why nothing does; a doubtful time is asked about where it stands. */
@Component({
  selector: 'reihe-bulk-preview-table',
  imports: [OpenTimeChoice, StackedTable],
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
                  <reihe-open-time-choice
                    [question]="question"
                    [timeZone]="item.timeZone"
                    (answered)="choose(item, $event)"
                  />
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
  `,
})
export class BulkPreviewTable {
  readonly kind = input.required<StartedKind>();
  readonly capacity = input.required<number | null>();
  readonly items = input.required<readonly BulkPreviewItem[]>();
  readonly chosen = output<{ id: string; choice: 'earlier' | 'later' }>();

  private readonly formats = inject(Formats);
  protected readonly refusalWords = refusalWords;

  protected when(instant: string, { timeZone }: BulkPreviewItem): string {
    const day = this.formats.shortDate(instant, timeZone);
    return `${day}, ${this.formats.time(instant, timeZone)} ${this.formats.zoneCity(timeZone)}`;
  }

  protected places(capacity: number | null): string {
    return capacity === null
      ? $localize`:@@planning.bulk.no-limit:no limit`
      : $localize`:@@planning.bulk.places:${capacity}:places: places`;
  }

  /** Of two wall clocks beside a jump, too, one is the earlier. */
  protected choose({ id, question }: BulkPreviewItem, answer: string): void {
    const isEarlier = answer === 'earlier' || answer === question?.candidates[0];
    this.chosen.emit({ id, choice: isEarlier ? 'earlier' : 'later' });
  }
}

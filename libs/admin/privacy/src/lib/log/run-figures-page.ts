import { DOCUMENT } from '@angular/common';
import { Component, computed, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import {
  AnswerStates,
  csvOf,
  FilterSelect,
  lastAnswer,
  Moments,
  offerFile,
  StackedTable,
} from '@reihe/admin-ui';
import { FROZEN_PARTS, type FrozenFigure, type FrozenPart, type RunFigures } from '@reihe/shared-figures';
import { PrivacyClient } from '@reihe/web-data-access';
import { Formats } from '@reihe/web-platform';
import { frozenMeasureWords, frozenOriginWords, ofWords, partWords } from './frozen-words';

/** What a series came to before its people left: whatever is counted later, this stands. */
@Component({
  selector: 'reihe-run-figures-page',
  imports: [AnswerStates, FilterSelect, RouterLink, StackedTable],
  template: `
    <header class="page-head">
      <p class="kicker"><a routerLink="/privacy/runs" i18n="@@privacy.runs">What went</a></p>
      <h1 id="frozen-figures" tabindex="-1" i18n="@@privacy.frozen">Figures as frozen</h1>
    </header>
    <reihe-answer-states [answer]="figures" [hasAnswer]="answer() !== undefined">
      @if (answer(); as known) {
        <p>
          <a [routerLink]="['/series', known.seriesId]">{{ known.seriesTitle }}</a>,
          <time [attr.datetime]="known.asOf">{{ moments.when(known.asOf) }}</time>
        </p>
        <div class="toolbar">
          <reihe-filter-select
            isLabelShown
            i18n-label="@@privacy.frozen.of"
            label="Of what"
            [every]="whole"
            [options]="parts()"
            [value]="part() === 'series' ? '' : part()"
            (valueChange)="show($event)"
          />
          <button type="button" class="button quiet" (click)="save(known)" i18n="@@privacy.frozen.csv">
            All as CSV
          </button>
        </div>
        <div class="table-frame" tabindex="0" role="region" aria-labelledby="frozen-figures">
          <table class="dense" reiheStackedTable>
            <thead>
              <tr>
                <th scope="col" i18n="@@privacy.frozen.of">Of what</th>
                <th scope="col" i18n="@@privacy.frozen.measure">Measure</th>
                <th scope="col" class="number" i18n="@@privacy.frozen.value">Value</th>
                <th scope="col" i18n="@@privacy.frozen.origin">Origin</th>
              </tr>
            </thead>
            <tbody>
              @for (one of shown(); track $index) {
                <tr>
                  <th scope="row">
                    <bdi>{{ ofWords(one, formats) }}</bdi>
                  </th>
                  <td>{{ measureWords(one.measure) }}</td>
                  <td class="number">{{ formats.number(one.value) }}</td>
                  <td>{{ originWords(one.origin) }}</td>
                </tr>
              }
            </tbody>
          </table>
        </div>
      }
    </reihe-answer-states>
  `,
})
export class RunFiguresPage {
  /** From the address. */
  readonly runId = input.required<string>();

  private readonly privacy = inject(PrivacyClient);
  private readonly document = inject(DOCUMENT);
  protected readonly moments = inject(Moments);
  protected readonly formats = inject(Formats);

  protected readonly figures = this.privacy.runFigures(() => this.runId());
  protected readonly answer = lastAnswer(this.figures);
  protected readonly part = signal<FrozenPart>('series');
  protected readonly shown = computed(() => this.of(this.part()));
  protected readonly whole = partWords('series');
  /** Of which there is any figure. */
  protected readonly parts = computed(() =>
    FROZEN_PARTS.filter((part) => part !== 'series' && this.of(part).length > 0).map((value) => ({
      value,
      words: partWords(value),
    })),
  );
  protected readonly ofWords = ofWords;
  protected readonly measureWords = frozenMeasureWords;
  protected readonly originWords = frozenOriginWords;

  protected show(value: string): void {
    this.part.set(FROZEN_PARTS.find((part) => part === value) ?? 'series');
  }

  protected save({ seriesTitle, asOf, figures }: RunFigures): void {
    const columns = [
      $localize`:@@privacy.frozen.part:Part`,
      $localize`:@@privacy.frozen.of:Of what`,
      $localize`:@@privacy.frozen.measure:Measure`,
      $localize`:@@privacy.frozen.value:Value`,
      $localize`:@@privacy.frozen.origin:Origin`,
    ];
    const rows = figures.map((one) => [
      partWords(one.part),
      one.part === 'series' ? seriesTitle : ofWords(one, this.formats),
      frozenMeasureWords(one.measure),
      String(one.value),
      frozenOriginWords(one.origin),
    ]);
    const file = new Blob([csvOf([columns, ...rows])], { type: 'text/csv' });
    offerFile(this.document, `frozen-figures-${asOf.slice(0, 10)}.csv`, file);
  }

  private of(part: FrozenPart): FrozenFigure[] {
    return (this.answer()?.figures ?? []).filter((one) => one.part === part);
  }
}

import { Component, computed, inject, input, output } from '@angular/core';
import { lastAnswer } from '@reihe/admin-ui';
import { recapImportPaths, type RecapOrigins } from '@reihe/shared-editorial';
import { readAt } from '@reihe/web-data-access';
import { Formats } from '@reihe/web-platform';

/** Of a recap that was imported: where it stood, and the day it first appeared, to be shown again if the editor says so. */
@Component({
  selector: 'reihe-recap-origin',
  template: `
    @for (origin of origins(); track origin.language) {
      <p>
        @if (origin.publishedOn; as day) {
          <ng-container i18n="@@recap-desk.origin.first"
            >First published elsewhere on {{ formats.plainDay(day) }}.</ng-container
          >
        } @else {
          <ng-container i18n="@@recap-desk.origin.elsewhere">Stood elsewhere before.</ng-container>
        }
        @if (origin.address) {
          <a [href]="origin.address" target="_blank" rel="noopener noreferrer"
            ><ng-container i18n="@@recap-desk.origin.address">Old address</ng-container> ({{
              formats.languageName(origin.language)
            }})</a
          >
        }
        @if (mayWrite() && origin.publishedOn && origin.publishedOn !== publishedOn()) {
          <button
            type="button"
            class="link"
            (click)="useDay.emit(origin.publishedOn)"
            i18n="@@recap-desk.origin.use"
          >
            Show this day to readers
          </button>
        }
      </p>
    }
  `,
  styles: `
    p {
      display: flex;
      flex-wrap: wrap;
      gap: 0 var(--space-2xs);
      margin: 0;
      color: var(--ink-soft);
    }
  `,
})
export class RecapOriginHint {
  readonly recapId = input.required<string>();
  /** As the form has it. */
  readonly publishedOn = input.required<string>();
  readonly mayWrite = input(false);
  readonly useDay = output<string>();

  protected readonly formats = inject(Formats);
  private readonly answer = lastAnswer(readAt<RecapOrigins>(() => this.recapId(), recapImportPaths.origins));
  protected readonly origins = computed(() => this.answer()?.origins ?? []);
}

import { Component, computed, DOCUMENT, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { csvOf, offerFile, StackedTable } from '@reihe/admin-ui';
import type { ImportArticle } from '@reihe/shared-editorial';
import { Formats } from '@reihe/web-platform';
import { noteSentence } from '../import-words';

/** What came of an import, article by article, on the screen and to keep. */
@Component({
  selector: 'reihe-import-report',
  imports: [RouterLink, StackedTable],
  template: `
    <p>
      <button type="button" class="button quiet" (click)="save()" i18n="@@recap-import.report.csv">
        Download as CSV
      </button>
    </p>
    <div class="table-frame" tabindex="0" role="group" aria-labelledby="import-report">
      <table class="dense" reiheStackedTable>
        <thead>
          <tr>
            <th scope="col" i18n="@@recap-desk.column.title">Title</th>
            <th scope="col" i18n="@@recap-import.article.language">Language</th>
            <th scope="col" i18n="@@recap-import.report.pictures">Pictures</th>
            <th scope="col" i18n="@@recap-import.report.notes">What was changed or lost</th>
          </tr>
        </thead>
        <tbody>
          @for (one of shown(); track one.id) {
            <tr>
              <th scope="row">
                @if (one.recapId) {
                  <a [routerLink]="['/recaps', one.recapId]"
                    ><bdi>{{ one.title }}</bdi></a
                  >
                } @else {
                  <bdi>{{ one.title }}</bdi>
                  <small i18n="@@recap-import.report.not-imported">not imported</small>
                }
              </th>
              <td>{{ one.language ? formats.languageName(one.language) : one.statedLanguage }}</td>
              <td>
                @if (one.recapId && one.pictures.all > 0) {
                  <ng-container i18n="@@recap-import.report.of"
                    >{{ one.pictures.done }} of {{ one.pictures.all }}</ng-container
                  >
                }
              </td>
              <td>
                <ul>
                  @for (note of one.notes; track note.code) {
                    <li>{{ sentence(note) }}</li>
                  }
                </ul>
              </td>
            </tr>
          }
        </tbody>
      </table>
    </div>
  `,
  styleUrl: '../import.css',
})
export class ImportReport {
  readonly articles = input.required<readonly ImportArticle[]>();
  private readonly document = inject(DOCUMENT);
  protected readonly formats = inject(Formats);
  protected readonly sentence = noteSentence;
  /** What came first, then what stayed away. */
  protected readonly shown = computed(() => {
    const articles = this.articles();
    return [...articles.filter(({ recapId }) => recapId), ...articles.filter(({ recapId }) => !recapId)];
  });

  protected save(): void {
    const rows = this.shown().map((one) => [
      one.title,
      one.language ?? one.statedLanguage,
      one.publishedOn ?? '',
      one.author,
      one.address,
      one.recapId ? new URL(`../../recaps/${one.recapId}`, this.document.baseURI).href : '',
      String(one.words),
      one.recapId ? String(one.pictures.done) : '',
      one.recapId ? String(one.pictures.failed) : '',
      one.notes.map(noteSentence).join('; '),
    ]);
    const file = new Blob([csvOf([headings(), ...rows])], { type: 'text/csv' });
    offerFile(this.document, `${$localize`:@@recap-import.report.file:import-of-recaps`}.csv`, file);
  }
}

function headings(): string[] {
  return [
    $localize`:@@recap-desk.column.title:Title`,
    $localize`:@@recap-import.article.language:Language`,
    $localize`:@@recap-import.report.date:First published`,
    $localize`:@@recap-import.report.author:Author`,
    $localize`:@@recap-import.article.old-address:Old address`,
    $localize`:@@recap-import.report.draft:Draft`,
    $localize`:@@recap-import.report.words:Words`,
    $localize`:@@recap-import.report.pictures:Pictures`,
    $localize`:@@recap-import.report.failed:Pictures that did not come`,
    $localize`:@@recap-import.report.notes:What was changed or lost`,
  ];
}

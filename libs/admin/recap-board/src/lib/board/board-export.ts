import { DOCUMENT, inject, Injectable } from '@angular/core';
import { csvOf, everyPage, offerFile, workbookOf } from '@reihe/admin-ui';
import { recapStateWords } from '@reihe/admin-recap-steps';
import { PAGE_SIZE } from '@reihe/shared-contracts';
import type { BoardCard } from '@reihe/shared-editorial';
import { RecapDeskClient, type BoardCardsQuery } from '@reihe/web-data-access';
import { Formats } from '@reihe/web-platform';
import { lackSentence, ownerWords } from './board-words';
import { sessionsWords } from './recap-card';

export type ExportFormat = 'csv' | 'xlsx';

/** What is filtered, all pages of it, with everything the board knows. */
@Injectable({ providedIn: 'root' })
export class BoardExport {
  private readonly desk = inject(RecapDeskClient);
  private readonly formats = inject(Formats);
  private readonly document = inject(DOCUMENT);

  async save(format: ExportFormat, query: BoardCardsQuery): Promise<void> {
    const cards = await everyPage((page) =>
      this.desk.fetchCards({ ...query, page, pageSize: PAGE_SIZE.max }),
    );
    const rows = [headings(), ...cards.map((card) => this.row(card))];
    const file =
      format === 'csv'
        ? new Blob([csvOf(rows.map((row) => row.map(String)))], { type: 'text/csv' })
        : await workbookOf([{ name: $localize`:@@recap-desk.list.heading:Recaps`, rows }]);
    offerFile(this.document, `${$localize`:@@recap-desk.export.file:recaps`}.${format}`, file);
  }

  private row(card: BoardCard): (string | number)[] {
    const { formats } = this;
    return [
      card.title,
      card.seriesTitle,
      recapStateWords(card.state),
      sessionsWords(card, formats),
      ownerWords(card),
      card.assignment.dueOn ?? '',
      card.isOverdue ? $localize`:@@recap-desk.export.yes:yes` : '',
      card.lacks.map((lack) => lackSentence(lack, formats)).join('; '),
      card.openComments,
      formats.list(card.languages.map((language) => formats.languageName(language))),
      card.publishAt ?? '',
      card.publishedOn ?? '',
    ];
  }
}

function headings(): string[] {
  return [
    $localize`:@@recap-desk.column.title:Title`,
    $localize`:@@recap-desk.column.series:Series`,
    $localize`:@@recap-desk.column.state:State`,
    $localize`:@@recap-desk.column.sessions:Sessions`,
    $localize`:@@recap-desk.column.owner:Owner`,
    $localize`:@@recap-desk.column.due:Due`,
    $localize`:@@recap-desk.column.overdue:Overdue`,
    $localize`:@@recap-desk.column.lacks:Lacks`,
    $localize`:@@recap-desk.column.comments:Open comments`,
    $localize`:@@recap-desk.column.languages:Languages`,
    $localize`:@@recap-desk.column.appears:Appears`,
    $localize`:@@recap-desk.column.published:Published`,
  ];
}

import { Component, computed, DOCUMENT, inject, input } from '@angular/core';
import { MatSnackBar } from '@angular/material/snack-bar';
import { RouterLink } from '@angular/router';
import { AnswerStates, csvOf, lastAnswer, offerFile } from '@reihe/admin-ui';
import { FEWEST_ANONYMOUS, type QuestionResults } from '@reihe/shared-registration';
import { FollowUpClient } from '@reihe/web-data-access';
import { failureOf, Formats, LANGUAGE } from '@reihe/web-platform';
import { staffFailureWords } from '@reihe/web-forms';
import { EmptyState } from '@reihe/web-ui';
import { BarChart, type Bar } from './bar-chart';
import { feedbackRows } from './feedback-export';

/** What people say of a session: how many, how they rated it, what they answered and wrote. */
@Component({
  selector: 'reihe-feedback-panel',
  imports: [AnswerStates, BarChart, EmptyState, RouterLink],
  templateUrl: './feedback-panel.html',
  styleUrl: './feedback-panel.css',
})
export class FeedbackPanel {
  readonly sessionId = input.required<string>();
  /** Without its ending. */
  readonly fileName = input.required<string>();

  private readonly formats = inject(Formats);
  private readonly document = inject(DOCUMENT);
  private readonly snackBar = inject(MatSnackBar);

  protected readonly answer = inject(FollowUpClient).feedback(() => this.sessionId(), inject(LANGUAGE));
  protected readonly results = lastAnswer(this.answer);
  protected readonly fewest = FEWEST_ANONYMOUS;
  protected readonly none = $localize`:@@follow-up.feedback.none:No feedback yet`;
  protected readonly ratingCaption = $localize`:@@follow-up.feedback.rating:How the session was rated`;

  protected readonly share = computed(() => {
    const results = this.results();
    return results && results.asked > 0 ? Math.round((results.given / results.asked) * 100) : 0;
  });
  protected readonly ratingBars = computed((): Bar[] =>
    [...(this.results()?.rating.bars ?? [])]
      .reverse()
      .map(({ key, count }) => ({ label: ratingWords(key), count })),
  );
  protected readonly rated = computed(() => this.ratingBars().reduce((sum, { count }) => sum + count, 0));

  protected number(value: number): string {
    return this.formats.number(value);
  }

  protected barsOf({ kind, bars }: QuestionResults): Bar[] {
    return bars.map(({ key, label, count }) => ({ count, label: label || this.keyWords(kind, key) }));
  }

  protected async save(format: 'csv' | 'xlsx'): Promise<void> {
    const results = this.results();
    if (!results) return;
    const rows = feedbackRows(results);
    try {
      const file = format === 'csv' ? new Blob([csvOf(rows)], { type: 'text/csv' }) : await workbookOf(rows);
      const name = $localize`:@@follow-up.export.file:feedback`;
      offerFile(this.document, `${this.fileName()}-${name}.${format}`, file);
    } catch (error) {
      this.snackBar.open(staffFailureWords(failureOf(error)));
    }
  }

  private keyWords(kind: QuestionResults['kind'], key: string): string {
    if (kind === 'country') return this.formats.countryName(key);
    if (kind === 'consent') return $localize`:@@follow-up.feedback.agreed:Agreed`;
    return kind === 'number' ? this.formats.number(Number(key)) : key;
  }
}

/** The library is fetched only now. Texts are written as texts: none of them can become a formula. */
async function workbookOf(rows: readonly (readonly string[])[]): Promise<Blob> {
  const { default: writeWorkbook } = await import('write-excel-file/universal');
  return writeWorkbook(rows.map((row) => row.map((value) => ({ value, type: String })))).toBlob();
}

function ratingWords(key: string): string {
  switch (key) {
    case '1':
      return $localize`:@@follow-up.rating.1:1 · Poor`;
    case '2':
      return $localize`:@@follow-up.rating.2:2 · Fair`;
    case '3':
      return $localize`:@@follow-up.rating.3:3 · Good`;
    case '4':
      return $localize`:@@follow-up.rating.4:4 · Very good`;
    default:
      return $localize`:@@follow-up.rating.5:5 · Excellent`;
  }
}

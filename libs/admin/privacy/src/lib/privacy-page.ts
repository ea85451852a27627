import { Component, inject } from '@angular/core';
import { MatDialog } from '@angular/material/dialog';
import { MatSnackBar } from '@angular/material/snack-bar';
import { RouterLink } from '@angular/router';
import { AnswerStates, lastAnswer, Moments, sayDone, StackedTable } from '@reihe/admin-ui';
import {
  PERSONAL_DATA_KINDS,
  type RetentionRule,
  type RetentionRun,
  type SeriesHoldings,
} from '@reihe/shared-figures';
import { PrivacyClient } from '@reihe/web-data-access';
import { Formats } from '@reihe/web-platform';
import { EmptyState, StateBadge } from '@reihe/web-ui';
import { CountsList } from './counts-list';
import { RecordsTable } from './log/records-table';
import { RunsTable } from './log/runs-table';
import { OtherHoldingsList } from './other-holdings';
import { ruleWords } from './privacy-words';
import { PreviewDialog, type PreviewQuestion } from './rules/preview-dialog';
import { RuleDialog, type RuleQuestion } from './rules/rule-dialog';

const LATEST = 5;

/** What personal data is kept of whom, until when and by which rule; what went, and who was erased or told everything. */
@Component({
  selector: 'reihe-privacy-page',
  imports: [
    AnswerStates,
    CountsList,
    EmptyState,
    OtherHoldingsList,
    RecordsTable,
    RouterLink,
    RunsTable,
    StackedTable,
    StateBadge,
  ],
  templateUrl: './privacy-page.html',
  styleUrl: './privacy-page.css',
})
export class PrivacyPage {
  private readonly privacy = inject(PrivacyClient);
  private readonly dialogs = inject(MatDialog);
  private readonly snackBar = inject(MatSnackBar);
  protected readonly moments = inject(Moments);
  protected readonly formats = inject(Formats);

  protected readonly overview = this.privacy.overview();
  protected readonly answer = lastAnswer(this.overview);
  protected readonly runs = this.privacy.runs(() => ({ pageSize: LATEST }));
  protected readonly latestRuns = lastAnswer(this.runs);
  protected readonly records = this.privacy.records(() => ({ pageSize: LATEST }));
  protected readonly latestRecords = lastAnswer(this.records);
  protected readonly ruleWords = ruleWords;

  protected day(instant: string): string {
    return this.formats.day(instant, this.moments.ownZone);
  }

  protected isEmpty({ held }: SeriesHoldings): boolean {
    return PERSONAL_DATA_KINDS.every((kind) => held[kind] === 0);
  }

  protected setDefault(rule: RetentionRule): void {
    this.ask({
      about: null,
      rule,
      send: (set) => this.privacy.setDefault(set),
    });
  }

  protected setOf({ seriesId, title, rule }: SeriesHoldings): void {
    this.ask({
      about: title,
      rule,
      send: (set) => this.privacy.setOfSeries(seriesId, set),
    });
  }

  protected preview({ seriesId, title }: SeriesHoldings): void {
    this.dialogs
      .open<PreviewDialog, PreviewQuestion, RetentionRun>(PreviewDialog, {
        data: { seriesId, title },
        width: '44rem',
        maxWidth: '96vw',
      })
      .afterClosed()
      .subscribe((run) => {
        if (!run) return;
        const words =
          run.outcome === 'done'
            ? $localize`:@@privacy.done:Personal data of ${run.seriesTitle}:series: is gone. Every figure is what it was.`
            : $localize`:@@privacy.stayed:Nothing went: a figure would have changed.`;
        sayDone(this.snackBar, words, null);
        this.overview.reload();
        this.runs.reload();
      });
  }

  private ask(question: RuleQuestion): void {
    this.dialogs
      .open<RuleDialog, RuleQuestion, boolean>(RuleDialog, { data: question, width: '32rem' })
      .afterClosed()
      .subscribe((isSaved) => {
        if (isSaved) this.overview.reload();
      });
  }
}

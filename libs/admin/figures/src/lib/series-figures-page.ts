import { Component, computed, inject, input } from '@angular/core';
import { MatDialog } from '@angular/material/dialog';
import { MatSnackBar } from '@angular/material/snack-bar';
import { RouterLink } from '@angular/router';
import type { Count, Measure, SessionFigures, StatedCount } from '@reihe/shared-contracts';
import { AnswerStates, Ask, lastAnswer, StackedTable } from '@reihe/admin-ui';
import { FiguresClient, SeriesClient, StaffAccess } from '@reihe/web-data-access';
import { failureOf, Formats, LANGUAGE } from '@reihe/web-platform';
import { staffFailureWords } from '@reihe/web-forms';
import { measureWords, originWords, valueWords } from './measure-words';
import { StateCountDialog, type StateCountQuestion } from './state-count-dialog';

const OF_A_SESSION: readonly Measure[] = ['registered', 'confirmed', 'waitlisted', 'attended', 'countries'];
const STATED_FOR_SESSION: readonly Measure[] = [
  'participants',
  'attended',
  'registered',
  'cities',
  'countries',
];
const STATED_FOR_SERIES: readonly Measure[] = [
  'participations',
  'participants',
  'cities',
  'countries',
  'speakers',
  'sessions',
  'regions',
];

/** What is known about a series' numbers: the records first, what somebody stated beside them, never one mixed into the other. */
@Component({
  selector: 'reihe-series-figures-page',
  imports: [AnswerStates, RouterLink, StackedTable],
  templateUrl: './series-figures-page.html',
})
export class SeriesFiguresPage {
  /** From the address. */
  readonly seriesId = input.required<string>();

  private readonly client = inject(FiguresClient);
  private readonly access = inject(StaffAccess);
  private readonly ask = inject(Ask);
  private readonly dialogs = inject(MatDialog);
  private readonly snackBar = inject(MatSnackBar);
  private readonly language = inject(LANGUAGE);
  protected readonly formats = inject(Formats);

  protected readonly figures = this.client.ofSeries(() => this.seriesId());
  protected readonly answer = lastAnswer(this.figures);
  private readonly series = inject(SeriesClient).one(() => this.seriesId());
  protected readonly mayWrite = computed(() => this.access.may('figures.write'));
  protected readonly columns = OF_A_SESSION.map((measure) => ({ measure, words: measureWords(measure) }));
  protected readonly title = computed(() => {
    if (!this.series.hasValue()) return '';
    const { translations, defaultLanguage } = this.series.value();
    return (translations[this.language] ?? translations[defaultLanguage])?.title ?? '';
  });
  protected readonly zone = computed(() => (this.series.hasValue() ? this.series.value().timeZone : 'UTC'));
  protected readonly measureWords = measureWords;

  protected value(count: Count): string {
    return valueWords(count, this.formats);
  }

  protected origin(count: Count): string {
    return originWords(count.origin, count.source);
  }

  protected counted({ counts }: SessionFigures, measure: Measure): string {
    const count = counts.find((one) => one.measure === measure && one.origin === 'counted');
    return count ? this.formats.number(count.value) : '–';
  }

  protected importedOf({ counts }: SessionFigures): Count[] {
    return counts.filter(({ origin }) => origin === 'imported');
  }

  protected statedOf(session: SessionFigures): StatedCount[] {
    return this.answer()?.stated.filter(({ sessionId }) => sessionId === session.sessionId) ?? [];
  }

  protected statedOfSeries(): StatedCount[] {
    return this.answer()?.stated.filter(({ sessionId }) => sessionId === null) ?? [];
  }

  protected entered(stated: StatedCount): string {
    const day = this.formats.day(stated.enteredAt, this.zone());
    return stated.enteredBy ? `${stated.enteredBy}, ${day}` : day;
  }

  protected stateForSeries(): void {
    this.open({
      about: this.title(),
      measures: STATED_FOR_SERIES,
      stated: null,
      send: (count) => this.client.stateForSeries(this.seriesId(), count),
    });
  }

  protected stateForSession(session: SessionFigures): void {
    this.open({
      about: session.title,
      measures: STATED_FOR_SESSION,
      stated: null,
      send: (count) => this.client.stateForSession(session.sessionId, count),
    });
  }

  protected change(stated: StatedCount, about: string): void {
    const offered = stated.sessionId === null ? STATED_FOR_SERIES : STATED_FOR_SESSION;
    this.open({
      about,
      measures: [...new Set([stated.measure, ...offered])],
      stated,
      send: (count) => this.client.change(stated.id, count),
    });
  }

  protected async remove(stated: StatedCount): Promise<void> {
    const isSure = await this.ask.confirm({
      title: $localize`:@@figures.remove.title:Remove this reported number?`,
      text: `${measureWords(stated.measure)}: ${this.value(stated)} · ${this.origin(stated)}`,
      action: $localize`:@@figures.remove.action:Remove the number`,
      isDestructive: true,
    });
    if (!isSure) return;
    try {
      await this.client.remove(stated.id);
    } catch (error) {
      this.snackBar.open(staffFailureWords(failureOf(error)));
    }
    this.figures.reload();
  }

  private open(question: StateCountQuestion): void {
    const dialog = this.dialogs.open<StateCountDialog, StateCountQuestion, boolean>(StateCountDialog, {
      data: question,
      width: '30rem',
    });
    dialog.afterClosed().subscribe((isSaved) => {
      if (isSaved) this.figures.reload();
    });
  }
}

import { Component, computed, DestroyRef, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { AnswerStates, Ask, fileSize, lastAnswer, StackedTable } from '@reihe/admin-ui';
import type { MadeFunderReport } from '@reihe/shared-figures';
import { SeriesClient, StaffAccess } from '@reihe/web-data-access';
import { staffFailureWords } from '@reihe/web-forms';
import { failureOf, Formats, LANGUAGE } from '@reihe/web-platform';
import { EmptyState } from '@reihe/web-ui';
import { FunderReportsClient } from './funder-reports-client';
import { ReportForm } from './report-form';
import { basisWords, formatWords, reportFailureWords, stateWords } from './report-words';

/** So often it is asked how far a worker is. */
const LOOK_AGAIN_MS = 1000;

/** Reports of a series: a new one is asked for above, those that were are below, each with its file and what that is of. */
@Component({
  selector: 'reihe-reports-page',
  imports: [AnswerStates, EmptyState, ReportForm, RouterLink, StackedTable],
  templateUrl: './reports-page.html',
  styleUrl: './reports-page.css',
})
export class ReportsPage {
  /** From the address. */
  readonly seriesId = input.required<string>();

  private readonly client = inject(FunderReportsClient);
  private readonly ask = inject(Ask);
  private readonly access = inject(StaffAccess);
  private readonly language = inject(LANGUAGE);
  protected readonly formats = inject(Formats);

  protected readonly read = this.client.ofSeries(() => this.seriesId());
  protected readonly reports = lastAnswer(this.read);
  private readonly series = inject(SeriesClient).one(() => this.seriesId());
  protected readonly title = computed(() => {
    if (!this.series.hasValue()) return '';
    const { translations, defaultLanguage } = this.series.value();
    return (translations[this.language] ?? translations[defaultLanguage])?.title ?? '';
  });
  protected readonly zone = computed(() => (this.series.hasValue() ? this.series.value().timeZone : 'UTC'));
  protected readonly mayRemove = computed(() => this.access.may('figures.write'));
  protected readonly problem = signal('');
  /** Of what was just done, for who hears the page. */
  protected readonly said = signal('');
  protected readonly stateWords = stateWords;
  protected readonly failureWords = reportFailureWords;
  protected readonly basisWords = basisWords;

  constructor() {
    const timer = setInterval(() => {
      if (this.isWaiting() && !this.read.isLoading()) this.read.reload();
    }, LOOK_AGAIN_MS);
    inject(DestroyRef).onDestroy(() => {
      clearInterval(timer);
    });
  }

  /** "PDF, German" */
  protected name({ format, language }: MadeFunderReport): string {
    return `${formatWords(format)}, ${this.formats.languageName(language)}`;
  }

  protected period({ from, to }: MadeFunderReport): string {
    const first = from === null ? null : this.formats.plainDay(from);
    const last = to === null ? null : this.formats.plainDay(to);
    if (first !== null && last !== null) return `${first} – ${last}`;
    if (first !== null) return $localize`:@@reports.period.since:since ${first}:day:`;
    if (last !== null) return $localize`:@@reports.period.until:until ${last}:day:`;
    return $localize`:@@reports.period.whole:the whole series`;
  }

  protected size({ byteSize }: MadeFunderReport): string {
    return byteSize === null ? '' : fileSize(byteSize, this.language);
  }

  protected moment(instant: string): string {
    return `${this.formats.day(instant, this.zone())}, ${this.formats.time(instant, this.zone())}`;
  }

  protected address(report: MadeFunderReport): string {
    return this.client.fileAddress(report);
  }

  protected begun(report: MadeFunderReport): void {
    this.said.set(
      $localize`:@@reports.begun:The report (${this.name(report)}:name:) is being made. You can leave this page; it goes on without you.`,
    );
    this.read.reload();
  }

  protected async makeAgain(report: MadeFunderReport): Promise<void> {
    await this.doing(async () => {
      this.begun(await this.client.makeAgain(report));
    });
  }

  protected async remove(report: MadeFunderReport): Promise<void> {
    const isSure = await this.ask.confirm({
      title: $localize`:@@reports.remove.title:Remove this report?`,
      text: $localize`:@@reports.remove.text:${this.name(report)}:name: of ${this.moment(report.createdAt)}:moment:. Its file and the figures it was written from are gone then; whoever was sent it keeps it.`,
      action: $localize`:@@reports.remove.action:Remove the report`,
      isDestructive: true,
    });
    if (!isSure) return;
    await this.doing(async () => {
      await this.client.remove(report);
      this.said.set($localize`:@@reports.removed:The report is removed.`);
    });
    this.read.reload();
  }

  private isWaiting(): boolean {
    return (this.reports() ?? []).some(({ state }) => state === 'queued' || state === 'working');
  }

  private async doing(work: () => Promise<void>): Promise<void> {
    this.problem.set('');
    try {
      await work();
    } catch (error) {
      this.problem.set(staffFailureWords(failureOf(error)));
    }
  }
}

import { Component, computed, inject, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { AnswerStates, fileSize, lastAnswer, ownTimeZone, warnBeforeUnload } from '@reihe/admin-ui';
import { IMPORT_LIMITS } from '@reihe/shared-editorial';
import { SeriesClient } from '@reihe/web-data-access';
import { failureOf, Formats, LANGUAGE } from '@reihe/web-platform';
import { staffFailureWords } from '@reihe/web-forms';
import { importStateWords } from '../import-words';
import { RecapImportClient, type SendProgress } from '../recap-import-client';

/** Where an import begins: which series, and the file or the address of a feed. Below, what was imported before. */
@Component({
  selector: 'reihe-import-start-page',
  imports: [AnswerStates, RouterLink],
  templateUrl: './start-page.html',
  styleUrl: '../import.css',
})
export class StartPage {
  private readonly client = inject(RecapImportClient);
  private readonly router = inject(Router);
  private readonly language = inject(LANGUAGE);
  protected readonly formats = inject(Formats);
  protected readonly zone = ownTimeZone();
  protected readonly stateWords = importStateWords;
  protected readonly limit = fileSize(IMPORT_LIMITS.bytes, this.language);

  private readonly allSeries = lastAnswer(inject(SeriesClient).list(() => ({ pageSize: 100 })));
  protected readonly series = computed(() => this.allSeries()?.items ?? []);
  private readonly typedSeries = signal('');
  /** The only one there is needs no choosing. */
  protected readonly seriesId = computed(() => {
    const [only, another] = this.series();
    return this.typedSeries() || (only && !another ? only.id : '');
  });
  protected readonly read = this.client.latest();
  protected readonly latest = lastAnswer(this.read);

  protected readonly address = signal('');
  protected readonly progress = signal<SendProgress | null>(null);
  protected readonly isBusy = signal(false);
  protected readonly problem = signal('');
  protected readonly isOver = signal(false);

  constructor() {
    warnBeforeUnload(() => this.progress() !== null);
  }

  protected choose(id: string): void {
    this.typedSeries.set(id);
    this.problem.set('');
  }

  protected pick(chooser: HTMLInputElement): void {
    const file = chooser.files?.[0];
    // The same file can be chosen again once it was mended.
    if (file) void this.send(file).finally(() => (chooser.value = ''));
  }

  protected drop(event: DragEvent): void {
    event.preventDefault();
    this.isOver.set(false);
    const file = event.dataTransfer?.files[0];
    if (file && !this.isBusy()) void this.send(file);
  }

  protected over(event: DragEvent): void {
    event.preventDefault();
    this.isOver.set(true);
  }

  protected async send(file: File): Promise<void> {
    const problem = this.problemOf(file);
    this.problem.set(problem);
    if (problem) return;
    await this.go(() =>
      this.client.send(this.seriesId(), file, (progress) => {
        this.progress.set(progress);
      }),
    );
  }

  protected async fetchFeed(): Promise<void> {
    const address = this.address().trim();
    this.problem.set(
      this.seriesId() === ''
        ? chooseSeries()
        : /^https?:\/\/\S+$/i.test(address) && URL.canParse(address)
          ? ''
          : $localize`:@@recap-import.start.no-address:Type the whole address of the feed, beginning with https://.`,
    );
    if (this.problem()) return;
    await this.go(() => this.client.fetchFeed({ seriesId: this.seriesId(), address }));
  }

  protected sentWords({ sent, total }: SendProgress): string {
    return `${fileSize(sent, this.language)} / ${fileSize(total, this.language)}`;
  }

  private problemOf({ name, size }: File): string {
    if (this.seriesId() === '') return chooseSeries();
    if (size === 0) return $localize`:@@recap-import.start.empty:“${name}:name:” is empty.`;
    if (size <= IMPORT_LIMITS.bytes) return '';
    return $localize`:@@recap-import.start.too-large:“${name}:name:” is too large: ${this.limit}:limit: come at once at most. Divide the export, or leave pictures out.`;
  }

  private async go(work: () => Promise<{ id: string }>): Promise<void> {
    this.isBusy.set(true);
    try {
      const { id } = await work();
      this.progress.set(null);
      await this.router.navigate(['/recaps/import', id]);
    } catch (error) {
      const failure = failureOf(error);
      const isNotFetching = failure.kind === 'problem' && failure.problem.fields?.[0]?.path === 'address';
      this.problem.set(
        isNotFetching
          ? $localize`:@@recap-import.start.no-fetching:This installation asks no other site for anything. Save the feed as a file and send that.`
          : staffFailureWords(failure),
      );
    } finally {
      this.progress.set(null);
      this.isBusy.set(false);
    }
  }
}

function chooseSeries(): string {
  return $localize`:@@recap-import.start.no-series:Choose first to which series the recaps belong.`;
}

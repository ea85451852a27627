import {
  afterNextRender,
  Component,
  computed,
  effect,
  ElementRef,
  inject,
  Injector,
  input,
  signal,
} from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { AnswerStates, Ask, lastAnswer } from '@reihe/admin-ui';
import { isLanguage, LANGUAGES } from '@reihe/shared-contracts';
import type { ImportArticle, ImportState } from '@reihe/shared-editorial';
import { SessionsClient } from '@reihe/web-data-access';
import { Formats } from '@reihe/web-platform';
import { kindWords, refusalWords } from '../import-words';
import { ArticleCard, type SessionOption } from './article-card';
import { ImportDesk } from './import-desk';
import { ImportReport } from './report';

const PER_PAGE = 25;

/** One import, from what was read over how far it is to the report of it. Its address says which: a reload loses nothing. */
@Component({
  selector: 'reihe-import-page',
  imports: [AnswerStates, ArticleCard, ImportReport, RouterLink],
  providers: [ImportDesk],
  templateUrl: './import-page.html',
  styleUrl: '../import.css',
})
export class ImportPage {
  /** From the address. */
  readonly importId = input.required<string>();

  private readonly ask = inject(Ask);
  private readonly router = inject(Router);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  private readonly injector = inject(Injector);
  protected readonly formats = inject(Formats);
  protected readonly desk = inject(ImportDesk);
  protected readonly languages = LANGUAGES;
  protected readonly kindWords = kindWords;
  protected readonly refusalWords = refusalWords;

  private readonly sessionsRead = lastAnswer(
    inject(SessionsClient).list(() => {
      const series = this.desk.import()?.seriesId;
      return series === undefined ? null : { series, pageSize: 100 };
    }),
  );
  protected readonly sessions = computed<SessionOption[]>(() =>
    (this.sessionsRead()?.items ?? []).map(({ id, title, startsAt, timeZone }) => ({
      id,
      words: `${this.formats.shortDate(startsAt, timeZone)} · ${title}`,
    })),
  );
  protected readonly isReady = computed(() => this.desk.import()?.state === 'ready' && this.desk.areRead());
  protected readonly isOver = computed(
    () => ['done', 'undone'].includes(this.desk.import()?.state ?? '') && this.desk.areRead(),
  );
  protected readonly mayDrop = computed(() => this.isIn('receiving', 'refused', 'ready'));
  protected readonly mayUndo = computed(() => this.isIn('pictures', 'done'));
  protected readonly count = computed(() => {
    const { chosen = 0, blocked = 0 } = this.desk.import() ?? {};
    return Math.max(0, chosen - blocked);
  });
  protected readonly page = signal(1);
  protected readonly pages = computed(() => Math.max(1, Math.ceil(this.desk.articles().length / PER_PAGE)));
  protected readonly shown = computed(() => {
    const from = (this.page() - 1) * PER_PAGE;
    return this.desk.articles().slice(from, from + PER_PAGE);
  });
  protected readonly fetchesPictures = signal(false);
  protected readonly keepsDates = signal(false);
  private before: ImportState | undefined;

  constructor() {
    effect(() => {
      this.desk.importId.set(this.importId());
    });
    // Each step begins where the reader is taken: at its heading.
    effect(() => {
      const { state } = this.desk.import() ?? {};
      const step = this.isReady() ? 'import-articles' : this.isOver() ? 'import-report' : null;
      if (state === undefined || step === null) return;
      const isNew = this.before !== undefined && this.before !== state;
      this.before = state;
      if (isNew) afterNextRender(() => this.focus(step), { injector: this.injector });
    });
    effect(() => {
      if (this.desk.isWorking()) this.before = this.desk.import()?.state;
    });
  }

  /** Those that something may be a translation of: in another language, and not a translation themselves. */
  protected othersOf({ id, language }: ImportArticle): ImportArticle[] {
    return this.desk
      .articles()
      .filter(
        (other) =>
          other.id !== id && other.language !== language && other.translationOf === null && other.title,
      );
  }

  protected setLanguage(value: string): void {
    if (isLanguage(value)) void this.desk.changeAll({ language: value });
  }

  protected async undo(): Promise<void> {
    const isSure = await this.ask.confirm({
      title: $localize`:@@recap-import.undo.question:Undo this import?`,
      text: $localize`:@@recap-import.undo.text:Drafts that nobody has worked on since are deleted, and pictures that came with them and stand nowhere else. What somebody has worked on stays.`,
      action: $localize`:@@recap-import.undo.action:Undo the import`,
      isDestructive: true,
    });
    if (isSure) await this.desk.undo();
  }

  protected async drop(): Promise<void> {
    if (await this.desk.drop()) await this.router.navigate(['/recaps/import']);
  }

  protected turn(by: number): void {
    this.page.update((page) => Math.min(this.pages(), Math.max(1, page + by)));
    this.focus('import-articles');
  }

  private isIn(...states: ImportState[]): boolean {
    return states.some((state) => state === this.desk.import()?.state);
  }

  private focus(id: string): void {
    const heading = this.host.nativeElement.querySelector<HTMLElement>(`#${id}`);
    heading?.setAttribute('tabindex', '-1');
    heading?.focus();
  }
}

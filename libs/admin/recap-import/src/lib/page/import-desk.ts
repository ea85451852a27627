import { computed, DestroyRef, effect, inject, Injectable, signal, untracked } from '@angular/core';
import { everyPage, lastAnswer } from '@reihe/admin-ui';
import { PAGE_SIZE, type Language } from '@reihe/shared-contracts';
import type { ChangeImportArticle, ImportArticle, ImportState } from '@reihe/shared-editorial';
import { failureOf } from '@reihe/web-platform';
import { staffFailureWords } from '@reihe/web-forms';
import { RecapImportClient } from '../recap-import-client';

/** So often it is asked how far a worker is. */
const LOOK_AGAIN_MS = 1000;
const WORKING: readonly ImportState[] = ['reading', 'writing', 'pictures'];

/** One import as it stands on the server: looked at again while a worker has it, and after each change. */
@Injectable()
export class ImportDesk {
  private readonly client = inject(RecapImportClient);

  readonly importId = signal('');
  readonly read = this.client.one(() => this.importId());
  readonly import = lastAnswer(this.read);
  readonly articles = signal<readonly ImportArticle[]>([]);
  readonly areRead = signal(false);
  readonly isBusy = signal(false);
  readonly problem = signal('');
  private readonly state = computed(() => this.import()?.state);
  readonly isWorking = computed(() => WORKING.some((state) => state === this.state()));

  constructor() {
    const timer = setInterval(() => {
      if (this.isWorking() && !this.read.isLoading()) this.read.reload();
    }, LOOK_AGAIN_MS);
    inject(DestroyRef).onDestroy(() => {
      clearInterval(timer);
    });
    effect(() => {
      const state = this.state();
      if (state === 'ready' || state === 'done' || state === 'undone')
        untracked(() => void this.readArticles());
    });
  }

  async changeArticle(article: ImportArticle, change: ChangeImportArticle): Promise<void> {
    await this.doing(() => this.client.changeArticle(this.importId(), article.id, change));
    await this.readArticlesAround(article.position);
    this.read.reload();
  }

  async changeAll(change: { language?: Language; isChosen?: boolean }): Promise<void> {
    const version = this.import()?.version ?? 0;
    await this.doing(() => this.client.changeArticles(this.importId(), { version, ...change }));
    await this.readArticles();
    this.read.reload();
  }

  async run(fetchesPictures: boolean, keepsDates: boolean): Promise<void> {
    const version = this.import()?.version ?? 0;
    await this.doing(() => this.client.run(this.importId(), { version, fetchesPictures, keepsDates }));
    this.read.reload();
  }

  async undo(): Promise<void> {
    await this.doing(() => this.client.undo(this.importId(), this.import()?.version ?? 0));
    this.read.reload();
  }

  /** @returns whether it is gone */
  drop(): Promise<boolean> {
    return this.doing(() => this.client.drop(this.importId()));
  }

  /** What was typed meanwhile by somebody else is shown with the refusal. */
  private async doing(work: () => Promise<unknown>): Promise<boolean> {
    this.isBusy.set(true);
    this.problem.set('');
    try {
      await work();
      return true;
    } catch (error) {
      this.problem.set(staffFailureWords(failureOf(error)));
      return false;
    } finally {
      this.isBusy.set(false);
    }
  }

  private async readArticles(): Promise<void> {
    try {
      this.articles.set(await everyPage((page) => this.client.articles(this.importId(), page)));
      this.areRead.set(true);
    } catch (error) {
      this.problem.set(staffFailureWords(failureOf(error)));
    }
  }

  private async readArticlesAround(position: number): Promise<void> {
    const page = Math.floor(position / PAGE_SIZE.max) + 1;
    try {
      const { items } = await this.client.articles(this.importId(), page);
      const fresh = new Map(items.map((article) => [article.id, article]));
      this.articles.update((articles) => articles.map((article) => fresh.get(article.id) ?? article));
    } catch (error) {
      this.problem.set(staffFailureWords(failureOf(error)));
    }
  }
}

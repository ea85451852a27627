import { Component, computed, inject, input, output } from '@angular/core';
import { LANGUAGES, isLanguage } from '@reihe/shared-contracts';
import type { ChangeImportArticle, ImportArticle } from '@reihe/shared-editorial';
import { Formats } from '@reihe/web-platform';
import { isBlocking, noteSentence } from '../import-words';

export interface SessionOption {
  id: string;
  words: string;
}

/** One article before it is imported: what it is, what it would look back on, what is lost of it; and what can be changed about that. */
@Component({
  selector: 'reihe-article-card',
  templateUrl: './article-card.html',
  styleUrl: './article-card.css',
})
export class ArticleCard {
  readonly article = input.required<ImportArticle>();
  /** Sessions of the series. */
  readonly sessions = input.required<readonly SessionOption[]>();
  /** Articles that it may be a translation of. */
  readonly others = input.required<readonly ImportArticle[]>();
  readonly isBusy = input(false);
  readonly changed = output<ChangeImportArticle>();

  protected readonly formats = inject(Formats);
  protected readonly languages = LANGUAGES;
  protected readonly name = computed(
    () => this.article().title || $localize`:@@recap-import.article.untitled:Article without a title`,
  );
  protected readonly wrong = computed(() => this.sentences(true));
  protected readonly notes = computed(() => this.sentences(false));
  protected readonly chosenSessions = computed(() =>
    this.article().sessionIds.map((id) => ({
      id,
      words: this.sessions().find((session) => session.id === id)?.words ?? id,
    })),
  );
  protected readonly addable = computed(() =>
    this.sessions().filter(({ id }) => !this.article().sessionIds.includes(id)),
  );

  protected change(change: Partial<ChangeImportArticle>): void {
    const { version, title, language, sessionIds, translationOf, isChosen } = this.article();
    this.changed.emit({ version, title, language, sessionIds, translationOf, isChosen, ...change });
  }

  protected setLanguage(value: string): void {
    this.change({ language: isLanguage(value) ? value : null });
  }

  protected addSession(chooser: HTMLSelectElement): void {
    if (chooser.value) this.change({ sessionIds: [...this.article().sessionIds, chooser.value] });
    chooser.value = '';
  }

  protected removeSession(id: string): void {
    this.change({ sessionIds: this.article().sessionIds.filter((one) => one !== id) });
  }

  private sentences(isWrong: boolean): string[] {
    return this.article()
      .notes.filter(({ code }) => isBlocking(code) === isWrong)
      .map(noteSentence);
  }
}

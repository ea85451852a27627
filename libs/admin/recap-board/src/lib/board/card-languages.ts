import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { translationStateWords } from '@reihe/admin-recap-steps';
import { LANGUAGES, type Language } from '@reihe/shared-contracts';
import type { BoardCard, TranslationState } from '@reihe/shared-editorial';
import { Formats } from '@reihe/web-platform';

interface ShownLanguage {
  language: Language;
  name: string;
  state: TranslationState;
}

/** Where each language of a recap stands; each translation leads to where it is written beside its original. */
@Component({
  selector: 'reihe-card-languages',
  imports: [RouterLink],
  template: `
    @for (one of begun(); track one.language) {
      @if (!$first) {
        ·
      }
      @if (one.state === 'original') {
        <span>{{ one.name }}</span>
      } @else {
        <a [routerLink]="['/recaps', card().id, 'translate', one.language]"
          >{{ one.name }}<span class="visually-hidden">, {{ card().title }}</span></a
        >
      }
      <span class="soft">({{ words(one.state) }})</span>
    }
    @if (missing().length > 0) {
      <span class="not-begun">
        <ng-container i18n="@@recap-desk.card.not-begun">Not begun:</ng-container>
        @for (one of missing(); track one.language) {
          &ngsp;<a [routerLink]="['/recaps', card().id, 'translate', one.language]"
            >{{ one.name }}<span class="visually-hidden">, {{ card().title }}</span></a
          >{{ $last ? '' : ',' }}
        }
      </span>
    }
  `,
  styles: `
    .soft {
      /* Angular leaves no space between blocks. */
      margin-inline-start: 0.25em;
      color: var(--ink-soft);
    }
    .not-begun {
      display: block;
    }
  `,
})
export class CardLanguages {
  readonly card = input.required<BoardCard>();

  private readonly formats = inject(Formats);
  protected readonly words = translationStateWords;
  private readonly all = computed<ShownLanguage[]>(() => {
    const { texts } = this.card();
    return LANGUAGES.map((language) => ({
      language,
      name: this.formats.languageName(language),
      state: texts.find((text) => text.language === language)?.state ?? 'missing',
    }));
  });
  /** The original first. */
  protected readonly begun = computed(() =>
    this.all()
      .filter(({ state }) => state !== 'missing')
      .sort((one, other) => Number(other.state === 'original') - Number(one.state === 'original')),
  );
  /** Without an original nothing can be translated. */
  protected readonly missing = computed(() =>
    this.all().some(({ state }) => state === 'original')
      ? this.all().filter(({ state }) => state === 'missing')
      : [],
  );
}

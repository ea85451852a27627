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
    @for (one of languages(); track one.language) {
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
  `,
  styles: `
    .soft {
      /* Angular leaves no space between blocks. */
      margin-inline-start: 0.25em;
      color: var(--ink-soft);
    }
  `,
})
export class CardLanguages {
  readonly card = input.required<BoardCard>();

  private readonly formats = inject(Formats);
  protected readonly words = translationStateWords;
  /** The original first; without one nothing can be translated. */
  protected readonly languages = computed<ShownLanguage[]>(() => {
    const { texts } = this.card();
    const stateOf = (language: Language) =>
      texts.find((text) => text.language === language)?.state ?? ('missing' as const);
    const all = LANGUAGES.map((language) => ({
      ...{ language, name: this.formats.languageName(language), state: stateOf(language) },
    }));
    const hasOriginal = all.some(({ state }) => state === 'original');
    return all
      .filter(({ state }) => hasOriginal || state !== 'missing')
      .sort((one, other) => Number(other.state === 'original') - Number(one.state === 'original'));
  });
}

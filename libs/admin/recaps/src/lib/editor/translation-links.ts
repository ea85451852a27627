import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { translationStateTone, translationStateWords } from '@reihe/admin-recap-steps';
import { Moments } from '@reihe/admin-ui';
import { LANGUAGES, type Language } from '@reihe/shared-contracts';
import type { Recap } from '@reihe/shared-editorial';
import { Formats } from '@reihe/web-platform';
import { StateBadge } from '@reihe/web-ui';

/** Where each language of the recap stands, and the way to its translation beside the original. */
@Component({
  selector: 'reihe-translation-links',
  imports: [RouterLink, StateBadge],
  template: `
    <ul role="list">
      @for (one of languages(); track one.language) {
        <li>
          @if (one.state === 'original') {
            <span>{{ one.name }}</span>
          } @else {
            <a [routerLink]="['/recaps', recap().id, 'translate', one.language]"
              ><ng-container i18n="@@recap-desk.translate">Translate: {{ one.name }}</ng-container></a
            >
          }
          <reihe-state-badge [tone]="tone(one.state)">{{ words(one.state) }}</reihe-state-badge>
          @if (one.outdatedSince; as since) {
            <span class="soft" i18n="@@recap-desk.translation.since">since {{ moments.when(since) }}</span>
          }
          @if (one.reviewedBy; as by) {
            <span class="soft">{{ by.name }}</span>
          }
        </li>
      }
    </ul>
  `,
  styles: `
    ul {
      display: flex;
      flex-wrap: wrap;
      gap: var(--space-2xs) var(--space-m);
      margin: 0 0 var(--space-s);
    }
    li {
      display: flex;
      flex-wrap: wrap;
      gap: var(--space-2xs);
      align-items: center;
    }
    .soft {
      color: var(--ink-soft);
      font-size: var(--step--1);
    }
  `,
})
export class TranslationLinks {
  readonly recap = input.required<Recap>();
  readonly defaultLanguage = input.required<Language>();

  private readonly formats = inject(Formats);
  protected readonly moments = inject(Moments);
  protected readonly words = translationStateWords;
  protected readonly tone = translationStateTone;
  protected readonly languages = computed(() => {
    const { translationStates } = this.recap();
    return LANGUAGES.map((language) => {
      const status = translationStates[language];
      const isOriginal = language === this.defaultLanguage();
      return {
        ...{ language, name: this.formats.languageName(language) },
        state: isOriginal ? ('original' as const) : (status?.state ?? ('missing' as const)),
        outdatedSince: isOriginal ? null : (status?.outdatedSince ?? null),
        reviewedBy: status?.reviewedBy ?? null,
      };
    });
  });
}

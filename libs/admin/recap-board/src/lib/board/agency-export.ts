import { Component, computed, inject, input, linkedSignal } from '@angular/core';
import { LANGUAGES, type Language } from '@reihe/shared-contracts';
import { EXCHANGE_FORMATS, EXCHANGE_LIMITS, type BoardCard } from '@reihe/shared-editorial';
import { TranslationsClient } from '@reihe/web-data-access';
import { Formats } from '@reihe/web-platform';

/** The chosen recaps as files for an agency, one for each, into one language. */
@Component({
  selector: 'reihe-agency-export',
  template: `
    <p>
      <ng-container i18n="@@recap-desk.agency.count">{fitting().length, plural,
        =0 {None of them has an original in another language.}
        =1 {One recap to translate into}
        other {{{ fitting().length }} recaps to translate into}
      }</ng-container>
      <select
        class="control"
        i18n-aria-label="@@recap-desk.agency.language"
        aria-label="Language to translate into"
        [value]="language()"
        (change)="choose($any($event.target).value)"
      >
        @for (one of languages; track one) {
          <option [value]="one" [selected]="one === language()">{{ formats.languageName(one) }}</option>
        }
      </select>
      @if (fitting().length > 0) {
        @for (format of fileFormats; track format) {
          <a class="button quiet" download [href]="address(format)">{{
            format === 'xliff-2.1' ? 'XLIFF 2.1' : 'XLIFF 1.2'
          }}</a>
        }
      }
      @if (cards().length > most) {
        <span class="soft" i18n="@@recap-desk.agency.most">Only the first {{ most }} of them.</span>
      }
    </p>
  `,
  styles: `
    p {
      display: flex;
      flex-wrap: wrap;
      gap: var(--space-2xs);
      align-items: center;
      margin: 0;
      padding: var(--space-2xs) var(--space-xs);
      border: 1px solid var(--line);
      border-radius: var(--radius);
      background: var(--sunken);
    }
    .control {
      inline-size: auto;
    }
  `,
})
export class AgencyExport {
  readonly cards = input.required<readonly BoardCard[]>();

  private readonly client = inject(TranslationsClient);
  protected readonly formats = inject(Formats);
  protected readonly languages = LANGUAGES;
  protected readonly fileFormats = EXCHANGE_FORMATS;
  protected readonly most = EXCHANGE_LIMITS.recaps;
  /** The first that one of them is not written in. */
  protected readonly language = linkedSignal<Language>(
    () => LANGUAGES.find((language) => this.cards().some((card) => canBe(card, language))) ?? LANGUAGES[0],
  );
  protected readonly fitting = computed(() =>
    this.cards()
      .filter((card) => canBe(card, this.language()))
      .slice(0, EXCHANGE_LIMITS.recaps),
  );

  protected choose(language: string): void {
    this.language.set(language as Language);
  }

  protected address(format: (typeof EXCHANGE_FORMATS)[number]): string {
    const ids = this.fitting().map(({ id }) => id);
    return this.client.exportAddress(ids, this.language(), format);
  }
}

function canBe({ texts }: BoardCard, language: Language): boolean {
  const original = texts.find(({ state }) => state === 'original');
  return original !== undefined && original.language !== language;
}

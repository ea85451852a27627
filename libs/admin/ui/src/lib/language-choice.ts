import { Component, computed, inject, input, output } from '@angular/core';
import { isAdminLanguage, LANGUAGES, type Language } from '@reihe/shared-contracts';
import { Formats } from '@reihe/web-platform';
import { WritingLanguages } from './writing-languages';

/** In which languages a text is written, and one press for the fields of another. */
@Component({
  selector: 'reihe-language-choice',
  template: `
    <ul role="list">
      @for (one of languages(); track one.language) {
        <li>
          @if (one.isWritten || one.isAlways) {
            <span class="state" [class.empty]="!one.isWritten">
              @if (one.isWritten) {
                <span class="sign" aria-hidden="true">✓</span>
              }
              {{ one.name
              }}<span class="visually-hidden">: {{ one.isWritten ? writtenWords : emptyWords }}</span>
            </span>
          } @else {
            <button
              type="button"
              class="button quiet"
              [disabled]="isReadOnly()"
              [attr.aria-pressed]="one.isShown"
              (click)="toggle(one.language, one.isShown)"
            >
              <span class="sign" aria-hidden="true">{{ one.isShown ? '−' : '+' }}</span>
              {{ one.name }}
            </button>
          }
        </li>
      }
    </ul>
  `,
  host: { role: 'group', '[attr.aria-label]': 'groupWords' },
  styles: `
    :host {
      display: block;
      margin-block-end: var(--space-s);
    }
    ul {
      display: flex;
      flex-wrap: wrap;
      gap: var(--space-2xs) var(--space-s);
      align-items: center;
      margin: 0;
      padding: 0;
      font-size: var(--step--1);
    }
    .sign {
      margin-inline-end: 0.35em;
    }
    .empty {
      color: var(--ink-soft);
    }
  `,
})
export class LanguageChoice {
  /** Whether something is written in a language; may read signals. */
  readonly isWritten = input.required<(language: Language) => boolean>();
  /** In which the text must be written. */
  readonly main = input<Language>();
  readonly isReadOnly = input(false);
  readonly added = output<Language>();

  private readonly formats = inject(Formats);
  private readonly writing = inject(WritingLanguages);
  protected readonly groupWords = $localize`:@@admin.language.choice:Languages of the text`;
  protected readonly writtenWords = $localize`:@@admin.language.written:written`;
  protected readonly emptyWords = $localize`:@@admin.language.empty:nothing written yet`;
  protected readonly languages = computed(() => {
    const isWritten = this.isWritten();
    const shown = this.writing.shown(isWritten, this.main());
    return LANGUAGES.map((language) => ({
      language,
      name: this.formats.languageName(language),
      isWritten: isWritten(language),
      isAlways: isAdminLanguage(language) || language === this.main(),
      isShown: shown.includes(language),
    }));
  });

  protected toggle(language: Language, isShown: boolean): void {
    if (isShown) {
      this.writing.putAway(language);
      return;
    }
    this.writing.add(language);
    this.added.emit(language);
  }
}

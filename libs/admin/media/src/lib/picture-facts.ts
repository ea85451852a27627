import { WritingLanguages, isBlank } from '@reihe/admin-ui';
import { Component, computed, ElementRef, inject, input, signal } from '@angular/core';
import {
  CONSENTS,
  mediaCreditRules,
  mediaTextRules,
  type Language,
  type Media,
  type MediaCredit,
  type MediaText,
} from '@reihe/shared-contracts';
import type { RecapGapCode } from '@reihe/shared-editorial';
import { failureOf, Formats } from '@reihe/web-platform';
import { Field, FieldControl, staffFailureWords } from '@reihe/web-forms';
import { ChosenPictures, type PictureFacts as Facts } from './chosen-pictures';
import { consentOptions } from './picture-words';

/** What a finding may ask to be mended on a picture. */
export type PictureFact = 'alt' | 'credit' | 'consent';

/** The fact that mends a gap. */
export function pictureFactOf(gap: RecapGapCode): PictureFact {
  if (gap === 'no-credit') return 'credit';
  return gap === 'no-consent' ? 'consent' : 'alt';
}

type CreditPart = keyof MediaCredit;
type TextPart = keyof MediaText;

/** What a picture shows in each language and who made it. Belongs to the picture wherever it is used: saved on leaving a field. */
@Component({
  selector: 'reihe-picture-facts',
  imports: [Field, FieldControl],
  template: `
    <div class="columns">
      @for (language of writing.inUse(isWritten); track language) {
        @for (part of textParts; track part) {
          <reihe-field
            [controlId]="idOf(part, language)"
            [label]="textLabel(part, language)"
            [isOptional]="part === 'caption'"
          >
            <input
              #box
              reiheControl
              [attr.lang]="language"
              [attr.maxlength]="textLimit(part)"
              [disabled]="isDisabled()"
              [value]="picture().translations[language]?.[part] ?? ''"
              (change)="writeText(language, part, box.value)"
              (keydown.control.s)="writeText(language, part, box.value)"
            />
          </reihe-field>
        }
      }
      @for (part of creditParts; track part) {
        <reihe-field
          [controlId]="idOf(part)"
          [label]="creditLabel(part)"
          [hint]="part === 'photographer' ? creditHint : ''"
          [isOptional]="part === 'licence'"
        >
          <input
            #box
            reiheControl
            [attr.maxlength]="creditLimit(part)"
            [disabled]="isDisabled()"
            [value]="picture().credit[part]"
            (change)="writeCredit(part, box.value)"
            (keydown.control.s)="writeCredit(part, box.value)"
          />
        </reihe-field>
      }
      <reihe-field [controlId]="idOf('consent')" [label]="consentLabel" [hint]="consentHint">
        <select
          #consent
          reiheControl
          [disabled]="isDisabled()"
          [value]="picture().rights.consent"
          (change)="writeConsent(consent.value)"
        >
          @for (option of consents; track option.value) {
            <option [value]="option.value" [selected]="option.value === picture().rights.consent">
              {{ option.label }}
            </option>
          }
        </select>
      </reihe-field>
    </div>
    <p class="state" role="status">
      @switch (state()) {
        @case ('saving') {
          <ng-container i18n="@@pictures.picture.saving">Saving …</ng-container>
        }
        @case ('saved') {
          <ng-container i18n="@@pictures.picture.saved">Saved in the media library</ng-container>
        }
      }
    </p>
    @if (failure(); as words) {
      <div class="notice" role="alert">
        <p>{{ words }}</p>
        <button type="button" class="link" (click)="again()" i18n="@@pictures.picture.again">
          Try again
        </button>
      </div>
    }
  `,
  styles: `
    :host {
      display: block;
      min-inline-size: 0;
    }
    .columns {
      gap: var(--space-xs) var(--space-s);
    }
    reihe-field {
      margin: 0;
    }
    p {
      margin: 0;
    }
    .state {
      min-block-size: 1.5em;
      color: var(--ink-soft);
      font-size: var(--step--1);
    }
  `,
})
export class PictureFacts {
  readonly picture = input.required<Media>();
  readonly isDisabled = input(false);

  private readonly pictures = inject(ChosenPictures);
  private readonly formats = inject(Formats);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  private readonly unsaved = signal<((facts: Facts) => Facts) | null>(null);

  protected readonly writing = inject(WritingLanguages);
  protected readonly isWritten = (language: Language) => {
    const text = this.picture().translations[language];
    return text !== undefined && !isBlank(text);
  };
  protected readonly textParts: readonly TextPart[] = ['alt', 'caption'];
  protected readonly creditParts: readonly CreditPart[] = ['photographer', 'agency', 'licence'];
  protected readonly creditHint = $localize`:@@pictures.picture.credit-hint:A person or an agency must be named.`;
  protected readonly consents = consentOptions();
  protected readonly consentLabel = $localize`:@@pictures.consent.label:People shown`;
  protected readonly consentHint = $localize`:@@pictures.consent.hint:Whether those who can be recognised agreed to be published.`;
  protected readonly failure = signal('');
  private readonly progress = signal<'idle' | 'saving' | 'saved'>('idle');
  protected readonly state = computed(() => (this.failure() ? 'idle' : this.progress()));

  /** Goes to the field that is to be mended. */
  focus(part: PictureFact, language?: Language): void {
    const id =
      part === 'alt' ? this.idOf('alt', language) : this.idOf(part === 'credit' ? 'photographer' : part);
    this.host.nativeElement.querySelector<HTMLElement>(`[id="${id}"]`)?.focus();
  }

  protected idOf(part: TextPart | CreditPart | 'consent', language?: Language): string {
    return ['picture', this.picture().id, part, language].filter(Boolean).join('-');
  }

  protected textLabel(part: TextPart, language: Language): string {
    const name = this.formats.languageName(language);
    return part === 'alt'
      ? $localize`:@@pictures.picture.alt:Alt text, ${name}:language:`
      : $localize`:@@pictures.picture.caption:Caption, ${name}:language:`;
  }

  protected creditLabel(part: CreditPart): string {
    switch (part) {
      case 'photographer':
        return $localize`:@@pictures.picture.photographer:Photographer`;
      case 'agency':
        return $localize`:@@pictures.picture.agency:Agency`;
      case 'licence':
        return $localize`:@@pictures.picture.licence:Licence`;
    }
  }

  protected textLimit(part: TextPart): number {
    return mediaTextRules[part].maxLength;
  }

  protected creditLimit(part: CreditPart): number {
    return mediaCreditRules[part].maxLength;
  }

  protected writeText(language: Language, part: TextPart, typed: string): void {
    const text = typed.trim();
    if (text === (this.picture().translations[language]?.[part] ?? '')) return;
    void this.write((facts) => {
      const before = facts.translations[language] ?? { alt: '', caption: '' };
      return {
        ...facts,
        translations: { ...facts.translations, [language]: { ...before, [part]: text } },
      };
    });
  }

  protected writeCredit(part: CreditPart, typed: string): void {
    const text = typed.trim();
    if (text === this.picture().credit[part]) return;
    void this.write((facts) => ({ ...facts, credit: { ...facts.credit, [part]: text } }));
  }

  protected writeConsent(chosen: string): void {
    const consent = CONSENTS.find((one) => one === chosen);
    if (!consent || consent === this.picture().rights.consent) return;
    void this.write((facts) => ({ ...facts, rights: { ...facts.rights, consent } }));
  }

  protected again(): void {
    const unsaved = this.unsaved();
    if (unsaved) void this.write((facts) => facts);
  }

  /** What could not be saved is kept and sent along with the next change. */
  private async write(change: (facts: Facts) => Facts): Promise<void> {
    const earlier = this.unsaved();
    const all = earlier ? (facts: Facts) => change(earlier(facts)) : change;
    this.failure.set('');
    this.progress.set('saving');
    try {
      await this.pictures.save(this.picture().id, all);
      this.unsaved.set(null);
      this.progress.set('saved');
    } catch (error) {
      this.unsaved.set(all);
      this.failure.set(staffFailureWords(failureOf(error)));
    }
  }
}

import { Component, computed, inject, input, output } from '@angular/core';
import { FormField, type FieldTree } from '@angular/forms/signals';
import { CONTRIBUTION_ROLES, LANGUAGES, type Language, type Speaker } from '@reihe/shared-contracts';
import { countryOptions, FieldRow, isBlank, LanguageColumn, WritingLanguages } from '@reihe/admin-ui';
import {
  type ContributionForm,
  emptyContribution,
  type PartOfAgenda,
  roleWords,
} from '@reihe/admin-session-form';
import { SpeakerPicker } from './speaker-picker';

/** Who takes part, each with the details as of this session: later changes of the directory do not touch them. */
@Component({
  selector: 'reihe-contributions-editor',
  imports: [FormField, FieldRow, LanguageColumn, SpeakerPicker],
  template: `
    <ol role="list">
      @for (contribution of contributions(); track contribution; let index = $index) {
        <li>
          <div role="group" [attr.aria-label]="numbered(index)">
            <div class="fields">
              <reihe-field-row i18n-label="@@programme.contribution.role" label="Role">
                <select [formField]="contribution.role">
                  @for (role of roles; track role.value) {
                    <option [value]="role.value">{{ role.words }}</option>
                  }
                </select>
              </reihe-field-row>
              <reihe-speaker-picker
                [formField]="contribution.speakerId"
                (picked)="takeOver(contribution, $event)"
              />
              <reihe-field-row i18n-label="@@programme.contribution.city" label="City" [isOptional]="true">
                <input [formField]="contribution.city" />
              </reihe-field-row>
              <reihe-field-row
                i18n-label="@@programme.contribution.country"
                label="Country"
                [isOptional]="true"
              >
                <select [formField]="contribution.country">
                  <option value=""></option>
                  @for (country of countries; track country.code) {
                    <option [value]="country.code">{{ country.name }}</option>
                  }
                </select>
              </reihe-field-row>
            </div>
            <div class="languages">
              @for (language of writing.shown(isWritten); track language) {
                <reihe-language-column [language]="language">
                  <reihe-field-row
                    i18n-label="@@programme.contribution.position"
                    label="Position"
                    [isOptional]="true"
                  >
                    <input
                      [attr.lang]="language"
                      [formField]="contribution.translations[language].position"
                    />
                  </reihe-field-row>
                  <reihe-field-row
                    i18n-label="@@programme.contribution.organisation"
                    label="Organisation"
                    [isOptional]="true"
                  >
                    <input
                      [attr.lang]="language"
                      [formField]="contribution.translations[language].organisation"
                    />
                  </reihe-field-row>
                  <reihe-field-row
                    i18n-label="@@programme.contribution.topic"
                    label="Topic"
                    [isOptional]="true"
                  >
                    <input [attr.lang]="language" [formField]="contribution.translations[language].topic" />
                  </reihe-field-row>
                </reihe-language-column>
              }
            </div>
            @if (!isReadOnly()) {
              @if (parts().length > 0) {
                <label class="belongs">
                  <span i18n="@@programme.contribution.belongs">Belongs to</span>
                  <select #belongs class="control" (change)="move(index, belongs.value)">
                    <option
                      value=""
                      [selected]="part() === null"
                      i18n="@@programme.contribution.whole-session"
                    >
                      The whole session
                    </option>
                    @for (one of parts(); track one.index) {
                      <option [value]="one.index" [selected]="one.index === part()">{{ one.name }}</option>
                    }
                  </select>
                </label>
              }
              <button
                type="button"
                class="button quiet"
                (click)="remove(index)"
                i18n="@@programme.contribution.remove"
              >
                Remove this person
              </button>
            }
          </div>
        </li>
      }
    </ol>
    @if (!isReadOnly()) {
      <button type="button" class="button quiet" (click)="add()" i18n="@@programme.contribution.add">
        Add a person
      </button>
    }
  `,
  styles: `
    ol {
      display: grid;
      gap: var(--space-s);
      margin: 0;
    }
    li {
      padding: var(--space-s);
      border: 1px solid var(--line);
      border-radius: var(--radius);
    }
    .fields,
    .languages {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(min(15rem, 100%), 1fr));
      gap: var(--space-s);
      align-items: end;
    }
    .languages {
      margin-block: var(--space-s);
      align-items: start;
    }
    .belongs {
      display: inline-flex;
      flex-wrap: wrap;
      gap: var(--space-2xs);
      align-items: center;
      margin-inline-end: var(--space-s);
    }
    .belongs select {
      inline-size: auto;
      max-inline-size: 100%;
    }
    :host > button {
      margin-block-start: var(--space-xs);
    }
  `,
})
export class ContributionsEditor {
  readonly contributions = input.required<FieldTree<ContributionForm[]>>();
  /** What somebody's part can be moved to. */
  readonly parts = input<readonly PartOfAgenda[]>([]);
  /** Which of them these belong to; null: the whole session. */
  readonly part = input<number | null>(null);
  readonly moved = output<{ index: number; to: number | null }>();

  protected readonly writing = inject(WritingLanguages);
  protected readonly isWritten = (language: Language) =>
    this.contributions()()
      .value()
      .some(({ translations }) => !isBlank(translations[language]));
  protected readonly roles = CONTRIBUTION_ROLES.map((value) => ({ value, words: roleWords(value) }));
  protected readonly countries = countryOptions();
  protected readonly isReadOnly = computed(() => this.contributions()().disabled());

  protected numbered(index: number): string {
    return $localize`:@@programme.contribution.numbered:Person ${index + 1}:number:`;
  }

  protected add(): void {
    this.contributions()().value.update((all) => [...all, emptyContribution()]);
  }

  protected move(index: number, to: string): void {
    this.moved.emit({ index, to: to === '' ? null : Number(to) });
  }

  protected remove(index: number): void {
    this.contributions()().value.update((all) => all.filter((_, at) => at !== index));
  }

  /** Today's details of the directory become those of this session, where nothing is written yet. */
  protected takeOver(contribution: FieldTree<ContributionForm>, speaker: Speaker): void {
    contribution().value.update((form) => {
      const translations = { ...form.translations };
      for (const language of LANGUAGES) {
        const text = form.translations[language];
        const today = speaker.translations[language];
        translations[language] = {
          ...text,
          position: text.position || (today?.position ?? ''),
          organisation: text.organisation || (today?.organisation ?? ''),
        };
      }
      return {
        ...form,
        city: form.city || speaker.city,
        country: form.country || (speaker.country ?? ''),
        translations,
      };
    });
  }
}

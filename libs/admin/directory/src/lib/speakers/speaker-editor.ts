import { Component, computed, effect, inject, input, signal, untracked } from '@angular/core';
import { applyWhen, disabled, form, FormField } from '@angular/forms/signals';
import { MatSnackBar } from '@angular/material/snack-bar';
import { Router, RouterLink } from '@angular/router';
import {
  DEFAULT_LANGUAGE,
  LANGUAGES,
  saveSpeakerRules,
  speakerTextRules,
  type Language,
  type SaveSpeaker,
  type Speaker,
  type SpeakerText,
} from '@reihe/shared-contracts';
import { Editing } from '@reihe/admin-editing';
import {
  applyRules,
  AnswerStates,
  Ask,
  countryOptions,
  FieldRow,
  fullName,
  inEveryLanguage,
  WritingLanguages,
  type InEveryLanguage,
  isBlank,
  LanguageChoice,
  LanguageColumn,
  SaveBar,
  type UnsavedWork,
  warnBeforeUnload,
  written,
} from '@reihe/admin-ui';
import { SpeakersClient, StaffAccess } from '@reihe/web-data-access';
import { failureOf, Formats } from '@reihe/web-platform';
import { ErrorSummary, staffFailureWords } from '@reihe/web-forms';

type SpeakerForm = Omit<SaveSpeaker, 'version' | 'country' | 'language' | 'translations'> & {
  country: string;
  /** Empty: that of the series. */
  language: Language | '';
  translations: InEveryLanguage<SpeakerText>;
};

const NO_TEXT: SpeakerText = { position: '', organisation: '', bio: '' };

/** A speaker of the directory. Sessions keep the details they were entered with. */
@Component({
  selector: 'reihe-speaker-editor',
  providers: [WritingLanguages],
  imports: [
    AnswerStates,
    ErrorSummary,
    FieldRow,
    FormField,
    LanguageChoice,
    LanguageColumn,
    RouterLink,
    SaveBar,
  ],
  template: `
    <reihe-answer-states [answer]="loaded" [hasAnswer]="!id() || editing.resource() !== null">
      <form novalidate (submit)="$event.preventDefault(); save()">
        <header class="page-head">
          <p class="kicker">
            @if (editing.resource(); as speaker) {
              <a [routerLink]="['/speakers', speaker.id]" i18n="@@directory.editor.page"
                >Page of this speaker</a
              >
            } @else {
              <a routerLink="/speakers" i18n="@@programme.speaker.all">Speakers</a>
            }
          </p>
          <h1 tabindex="-1">
            @if (editing.resource(); as speaker) {
              {{ fullName(speaker) }}
            } @else {
              <ng-container i18n="@@programme.speaker.new">New speaker</ng-container>
            }
          </h1>
          @if (editing.resource(); as speaker) {
            <div class="page-actions">
              @if (mayWrite() && speaker.contributions === 0) {
                <button type="button" class="button quiet destructive" (click)="remove(speaker)">
                  <ng-container i18n="@@programme.speaker.remove">Remove from the directory …</ng-container>
                </button>
              }
              <p class="small" i18n="@@programme.speaker.as-of">
                Changes here do not touch sessions: they keep the details as of their day.
              </p>
            </div>
          }
        </header>
        <reihe-error-summary
          i18n-heading="@@programme.session.not-saved"
          heading="Not saved yet"
          [errors]="editing.errors()"
          [notice]="editing.notice()"
        />
        <section class="panel">
          <div class="columns">
            <reihe-field-row
              i18n-label="@@programme.speaker.title"
              label="Title"
              i18n-hint="@@programme.speaker.title-hint"
              hint="As it stands before the name, e.g. “Dr.”"
              [isOptional]="true"
            >
              <input [formField]="form.title" />
            </reihe-field-row>
            <reihe-field-row i18n-label="@@programme.speaker.name" label="Name">
              <input autocomplete="off" [formField]="form.name" />
            </reihe-field-row>
            <reihe-field-row
              i18n-label="@@programme.speaker.email"
              label="E-mail"
              i18n-hint="@@programme.speaker.email-hint"
              hint="Never shown to readers."
              [isOptional]="true"
            >
              <input type="email" autocomplete="off" [formField]="form.email" />
            </reihe-field-row>
            <reihe-field-row i18n-label="@@programme.contribution.city" label="City" [isOptional]="true">
              <input [formField]="form.city" />
            </reihe-field-row>
            <reihe-field-row
              i18n-label="@@programme.contribution.country"
              label="Country"
              [isOptional]="true"
            >
              <select [formField]="form.country">
                <option value=""></option>
                @for (country of countries; track country.code) {
                  <option [value]="country.code">{{ country.name }}</option>
                }
              </select>
            </reihe-field-row>
            <reihe-field-row
              i18n-label="@@programme.speaker.language"
              label="Language of mails"
              [isOptional]="true"
            >
              <select [formField]="form.language">
                <option value="" i18n="@@programme.speaker.language-of-series">That of the series</option>
                @for (language of languages; track language) {
                  <option [value]="language">{{ formats.languageName(language) }}</option>
                }
              </select>
            </reihe-field-row>
          </div>
          <reihe-language-choice [isWritten]="isWritten" [isReadOnly]="!mayWrite()" />
          <div class="columns">
            @for (language of writing.shown(isWritten); track language) {
              <reihe-language-column
                [language]="language"
                [fallback]="defaultLanguage"
                [isEmpty]="isBlank(form.translations[language]().value())"
              >
                <reihe-field-row
                  i18n-label="@@programme.contribution.position"
                  label="Position"
                  [isOptional]="true"
                >
                  <input [attr.lang]="language" [formField]="form.translations[language].position" />
                </reihe-field-row>
                <reihe-field-row
                  i18n-label="@@programme.contribution.organisation"
                  label="Organisation"
                  [isOptional]="true"
                >
                  <input [attr.lang]="language" [formField]="form.translations[language].organisation" />
                </reihe-field-row>
                <reihe-field-row i18n-label="@@programme.speaker.bio" label="About" [isOptional]="true">
                  <textarea
                    rows="5"
                    [attr.lang]="language"
                    [formField]="form.translations[language].bio"
                  ></textarea>
                </reihe-field-row>
              </reihe-language-column>
            }
          </div>
        </section>
        @if (mayWrite()) {
          <reihe-save-bar
            [isDirty]="editing.isDirty()"
            [isSaving]="editing.isSaving()"
            [isNew]="editing.isNew()"
            [savedAt]="editing.savedAt()"
            (save)="save()"
          />
        }
      </form>
    </reihe-answer-states>
  `,
})
export class SpeakerEditor implements UnsavedWork {
  readonly id = input<string>();

  private readonly router = inject(Router);
  private readonly speakers = inject(SpeakersClient);
  private readonly access = inject(StaffAccess);
  private readonly ask = inject(Ask);
  protected readonly formats = inject(Formats);
  private readonly snackBar = inject(MatSnackBar);

  protected readonly languages = LANGUAGES;
  protected readonly writing = inject(WritingLanguages);
  protected readonly isWritten = (language: Language) => !isBlank(this.form.translations[language]().value());
  protected readonly defaultLanguage = DEFAULT_LANGUAGE;
  protected readonly countries = countryOptions();
  protected readonly isBlank = isBlank;
  protected readonly fullName = fullName;
  protected readonly mayWrite = computed(() => this.access.may('programme.write'));
  protected readonly loaded = this.speakers.one(() => this.id() ?? null);

  private readonly model = signal<SpeakerForm>({
    title: '',
    name: '',
    email: '',
    city: '',
    country: '',
    language: '',
    translations: inEveryLanguage({}, NO_TEXT),
  });
  protected readonly form = form(this.model, (path) => {
    disabled(path, () => !this.mayWrite());
    const { title, name, email, city } = saveSpeakerRules;
    applyRules<SpeakerForm>(path, { title, name, email, city });
    for (const language of LANGUAGES)
      applyWhen(
        path.translations[language],
        ({ value }) => !isBlank(value()),
        (text) => {
          applyRules(text, speakerTextRules);
        },
      );
  });
  protected readonly editing: Editing<Speaker, SpeakerForm> = new Editing<Speaker, SpeakerForm>({
    model: this.model,
    form: this.form,
    toForm: ({ title, name, email, city, country, language, translations }) => ({
      title,
      name,
      email,
      city,
      country: country ?? '',
      language: language ?? '',
      translations: inEveryLanguage(translations, NO_TEXT),
    }),
    send: (typed, version) => {
      const translations = written(typed.translations);
      const body: SaveSpeaker = {
        ...typed,
        version,
        country: typed.country || null,
        language: typed.language || null,
        translations,
      };
      const id = this.editing.resource()?.id;
      return id === undefined ? this.speakers.create(body) : this.speakers.save(id, body);
    },
    fetch: () => this.speakers.fetch(this.editing.resource()?.id ?? ''),
  });

  constructor() {
    warnBeforeUnload(() => this.hasUnsavedWork());
    effect(() => {
      if (!this.loaded.hasValue()) return;
      const speaker = this.loaded.value();
      untracked(() => {
        this.editing.open(speaker);
      });
    });
  }

  hasUnsavedWork(): boolean {
    return this.editing.isDirty() && this.mayWrite();
  }

  protected async save(): Promise<void> {
    const isNew = this.editing.isNew();
    const saved = await this.editing.save();
    if (saved && isNew) await this.router.navigate(['/speakers', saved.id], { replaceUrl: true });
  }

  protected async remove(speaker: Speaker): Promise<void> {
    const isSure = await this.ask.confirm({
      title: $localize`:@@programme.remove-speaker.title:Remove ${fullName(speaker)}:name:?`,
      text: $localize`:@@programme.remove-speaker.text:The entry leaves the directory for good.`,
      action: $localize`:@@programme.remove-speaker.action:Remove`,
      isDestructive: true,
    });
    if (!isSure) return;
    try {
      await this.speakers.remove(speaker.id);
      this.editing.open(speaker);
      await this.router.navigate(['/speakers']);
    } catch (error) {
      this.snackBar.open(staffFailureWords(failureOf(error)));
    }
  }
}

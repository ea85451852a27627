import { Component, computed, effect, inject, input, output, signal, untracked } from '@angular/core';
import { disabled, form, FormField, applyWhen } from '@angular/forms/signals';
import {
  DEFAULT_LANGUAGE,
  LANGUAGES,
  namedTextRules,
  REGION_TINTS,
  saveRegionRules,
  type Category,
  type Language,
  type NamedText,
  type Region,
  type RegionTint,
  type SaveRegion,
} from '@reihe/shared-contracts';
import { slugFrom } from '@reihe/shared-policies';
import { Editing } from '@reihe/admin-editing';
import {
  applyRules,
  countryOptions,
  FieldRow,
  inEveryLanguage,
  LanguageChoice,
  WritingLanguages,
  type InEveryLanguage,
  isBlank,
  SaveBar,
  TermChoice,
  type TermOption,
  written,
} from '@reihe/admin-ui';
import { Formats } from '@reihe/web-platform';
import { ErrorSummary } from '@reihe/web-forms';
import { tintWords } from './tint-words';

interface TermForm {
  slug: string;
  position: number;
  translations: InEveryLanguage<NamedText>;
  parentId: string;
  tint: RegionTint;
  countries: string[];
}

/** How a term is written; a category takes the part of it that it has. */
export interface TermStore {
  send(id: string | null, body: SaveRegion): Promise<Category | Region>;
  fetch(id: string): Promise<Category | Region>;
}

/** One category, or one region with the region it is part of, its tint and its countries. */
@Component({
  selector: 'reihe-term-editor',
  providers: [WritingLanguages],
  imports: [ErrorSummary, FieldRow, FormField, LanguageChoice, SaveBar, TermChoice],
  template: `
    <form novalidate class="panel" (submit)="$event.preventDefault(); save()">
      <reihe-error-summary
        i18n-heading="@@programme.session.not-saved"
        heading="Not saved yet"
        [errors]="editing.errors()"
        [notice]="editing.notice()"
      />
      <reihe-language-choice [isWritten]="isWritten" [isReadOnly]="!mayWrite()" />
      <div class="columns">
        @for (language of writing.shown(isWritten); track language) {
          <reihe-field-row [label]="nameIn(language)" [isOptional]="language !== defaultLanguage">
            <input [attr.lang]="language" [formField]="form.translations[language].name" />
          </reihe-field-row>
        }
        <reihe-field-row i18n-label="@@programme.term.slug" label="Address">
          <input
            spellcheck="false"
            autocapitalize="off"
            [placeholder]="suggestedSlug()"
            [formField]="form.slug"
          />
        </reihe-field-row>
        <reihe-field-row
          i18n-label="@@programme.term.position"
          label="Position"
          i18n-hint="@@programme.term.position-hint"
          hint="Lists show low numbers first."
        >
          <input type="number" step="1" [formField]="form.position" />
        </reihe-field-row>
        @if (isRegion()) {
          <reihe-field-row i18n-label="@@programme.term.parent" label="Part of" [isOptional]="true">
            <select [formField]="form.parentId">
              <option value="" i18n="@@programme.term.no-parent">No other region</option>
              @for (parent of parents(); track parent.id) {
                <option [value]="parent.id">{{ parent.name }}</option>
              }
            </select>
          </reihe-field-row>
          <reihe-field-row i18n-label="@@programme.term.tint" label="Tint">
            <select [formField]="form.tint">
              @for (tint of tints; track tint.value) {
                <option [value]="tint.value">{{ tint.words }}</option>
              }
            </select>
          </reihe-field-row>
        }
      </div>
      @if (isRegion()) {
        <reihe-term-choice
          i18n-legend="@@programme.term.countries"
          legend="Countries"
          [options]="countries"
          [formField]="form.countries"
        />
      }
      @if (mayWrite()) {
        <reihe-save-bar
          [isDirty]="editing.isDirty()"
          [isSaving]="editing.isSaving()"
          [isNew]="editing.isNew()"
          [savedAt]="editing.savedAt()"
          (save)="save()"
        >
          <button type="button" class="button quiet" (click)="closed.emit()" i18n="@@programme.term.close">
            Close
          </button>
        </reihe-save-bar>
      }
    </form>
  `,
})
export class TermEditor {
  readonly term = input<Category | Region | null>(null);
  readonly isRegion = input(false);
  readonly mayWrite = input(false);
  readonly parents = input<readonly TermOption[]>([]);
  readonly store = input.required<TermStore>();
  readonly saved = output();
  readonly closed = output();

  private readonly formats = inject(Formats);
  protected readonly writing = inject(WritingLanguages);
  protected readonly isWritten = (language: Language) => !isBlank(this.form.translations[language]().value());
  protected readonly defaultLanguage = DEFAULT_LANGUAGE;
  protected readonly tints = REGION_TINTS.map((value) => ({ value, words: tintWords(value) }));
  protected readonly countries = countryOptions().map(({ code, name }) => ({ id: code, name }));

  private readonly model = signal<TermForm>(termForm(null));
  protected readonly form = form(this.model, (path) => {
    disabled(path, () => !this.mayWrite());
    const { slug, position } = saveRegionRules;
    applyRules<TermForm>(path, { slug, position });
    for (const language of LANGUAGES)
      applyWhen(
        path.translations[language],
        ({ value }) => language === DEFAULT_LANGUAGE || !isBlank(value()),
        (text) => {
          applyRules(text, namedTextRules);
        },
      );
  });
  protected readonly editing: Editing<Category | Region, TermForm> = new Editing<Category | Region, TermForm>(
    {
      model: this.model,
      form: this.form,
      toForm: termForm,
      send: (typed, version) =>
        this.store().send(this.editing.resource()?.id ?? null, {
          ...typed,
          version,
          parentId: typed.parentId || null,
          translations: written(typed.translations),
        }),
      fetch: () => this.store().fetch(this.editing.resource()?.id ?? ''),
    },
  );
  protected readonly suggestedSlug = computed(() =>
    slugFrom(this.model().translations[DEFAULT_LANGUAGE].name),
  );

  constructor() {
    effect(() => {
      const term = this.term();
      untracked(() => {
        if (term) this.editing.open(term);
      });
    });
  }

  isDirty(): boolean {
    return this.editing.isDirty() && this.mayWrite();
  }

  protected nameIn(language: string): string {
    const name = this.formats.languageName(language);
    return $localize`:@@programme.term.name:Name (${name}:language:)`;
  }

  protected async save(): Promise<void> {
    if (this.model().slug === '') this.model.update((model) => ({ ...model, slug: this.suggestedSlug() }));
    if (await this.editing.save()) this.saved.emit();
  }
}

function termForm(term: Category | Region | null): TermForm {
  const region = term && 'tint' in term ? term : null;
  return {
    slug: term?.slug ?? '',
    position: term?.position ?? 0,
    translations: inEveryLanguage<NamedText>(term?.translations ?? {}, { name: '' }),
    parentId: region?.parentId ?? '',
    tint: region?.tint ?? 'world',
    countries: region?.countries ?? [],
  };
}

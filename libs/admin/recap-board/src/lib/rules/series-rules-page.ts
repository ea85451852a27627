import { Component, computed, effect, inject, input, signal, untracked } from '@angular/core';
import { form, FormField } from '@angular/forms/signals';
import { RouterLink } from '@angular/router';
import { Editing } from '@reihe/admin-editing';
import {
  AnswerStates,
  applyRules,
  FieldRow,
  inEveryLanguage,
  LanguageChoice,
  lastAnswer,
  SaveBar,
  warnBeforeUnload,
  WritingLanguages,
  type InEveryLanguage,
  type UnsavedWork,
} from '@reihe/admin-ui';
import { type Language } from '@reihe/shared-contracts';
import { DEFAULT_RECAP_RULES, seriesRecapRulesRules, type SeriesRecapRules } from '@reihe/shared-editorial';
import { RecapDeskClient, SeriesClient } from '@reihe/web-data-access';
import { ErrorSummary } from '@reihe/web-forms';
import { Formats, LANGUAGE } from '@reihe/web-platform';

interface RulesForm {
  makesDrafts: boolean;
  dueAfterDays: number;
  tellsFigures: boolean;
  titlePatterns: InEveryLanguage<{ pattern: string }>;
}

function rulesForm({ makesDrafts, dueAfterDays, tellsFigures, titlePatterns }: SeriesRecapRules): RulesForm {
  return {
    makesDrafts,
    dueAfterDays,
    tellsFigures,
    titlePatterns: inEveryLanguage(titlePatterns, { pattern: '' }),
  };
}

/** How the recaps of a series begin: by themselves or by hand, called what, due when. */
@Component({
  selector: 'reihe-series-rules-page',
  providers: [WritingLanguages],
  imports: [AnswerStates, ErrorSummary, FieldRow, FormField, LanguageChoice, RouterLink, SaveBar],
  template: `
    <reihe-answer-states [answer]="loaded" [hasAnswer]="editing.resource() !== null">
      <form novalidate (submit)="$event.preventDefault(); save()">
        <header class="page-head">
          <p class="kicker">
            <a routerLink="/recaps" [queryParams]="{ series: seriesId() }" i18n="@@recap-desk.list.heading"
              >Recaps</a
            >
          </p>
          <h1 tabindex="-1" i18n="@@recap-desk.rules.heading">How recaps begin</h1>
          <p>{{ seriesTitle() }}</p>
        </header>
        <reihe-error-summary
          i18n-heading="@@recap-desk.not-saved"
          heading="Not saved yet"
          [errors]="editing.errors()"
          [notice]="editing.notice()"
        />
        <section class="panel">
          <label class="check">
            <input type="checkbox" [formField]="form.makesDrafts" />
            <span i18n="@@recap-desk.rules.makes-drafts"
              >When a session is over, a draft of its recap is begun by itself</span
            >
          </label>
          <reihe-field-row i18n-label="@@recap-desk.rules.due" label="Due so many days after the session">
            <input type="number" [formField]="form.dueAfterDays" />
          </reihe-field-row>
          <label class="check">
            <input type="checkbox" [formField]="form.tellsFigures" />
            <span i18n="@@recap-desk.rules.tells-figures"
              >Owners are told by e-mail, once a day at most, when figures of their published recaps have
              changed</span
            >
          </label>
          <reihe-language-choice [isWritten]="isWritten" />
          @for (language of writing.shown(isWritten); track language) {
            <reihe-field-row [label]="patternLabel(language)" [hint]="patternHint" [isOptional]="true">
              <input spellcheck="false" [formField]="form.titlePatterns[language].pattern" />
            </reihe-field-row>
          }
        </section>
        <reihe-save-bar
          [isDirty]="editing.isDirty()"
          [isSaving]="editing.isSaving()"
          [savedAt]="editing.savedAt()"
          (save)="save()"
        />
      </form>
    </reihe-answer-states>
  `,
  styles: `
    section {
      display: grid;
      gap: var(--space-s);
      max-inline-size: 40rem;
    }
    .check {
      display: flex;
      gap: var(--space-xs);
      align-items: baseline;
    }
  `,
})
export class SeriesRulesPage implements UnsavedWork {
  /** From the address. */
  readonly seriesId = input.required<string>();

  private readonly desk = inject(RecapDeskClient);
  private readonly formats = inject(Formats);
  private readonly language = inject(LANGUAGE);
  private readonly series = lastAnswer(inject(SeriesClient).one(() => this.seriesId()));
  protected readonly writing = inject(WritingLanguages);
  protected readonly isWritten = (language: Language) =>
    this.model().titlePatterns[language].pattern.trim() !== '';
  protected readonly seriesTitle = computed(() => {
    const { translations, defaultLanguage } = this.series() ?? {};
    return (
      translations?.[this.language]?.title ??
      (defaultLanguage && translations?.[defaultLanguage]?.title) ??
      ''
    );
  });
  protected readonly loaded = this.desk.rules(() => this.seriesId());
  private readonly model = signal<RulesForm>(rulesForm({ ...DEFAULT_RECAP_RULES, dueAfterDays: 0 }));
  protected readonly form = form(this.model, (path) => {
    const { makesDrafts, dueAfterDays, tellsFigures } = seriesRecapRulesRules;
    applyRules<RulesForm>(path, { makesDrafts, dueAfterDays, tellsFigures });
  });
  protected readonly editing: Editing<SeriesRecapRules, RulesForm> = new Editing<SeriesRecapRules, RulesForm>(
    {
      model: this.model,
      form: this.form,
      toForm: rulesForm,
      send: ({ titlePatterns, ...rules }, version) =>
        this.desk.saveRules(this.seriesId(), {
          ...rules,
          version,
          titlePatterns: Object.fromEntries(
            Object.entries(titlePatterns).filter(([, { pattern }]) => pattern.trim() !== ''),
          ),
        }),
      fetch: () => this.desk.fetchRules(this.seriesId()),
    },
  );
  protected readonly patternHint = $localize`:@@recap-desk.rules.pattern-hint:May hold {session}, {series}, {date} and {audience}. Empty: “Looking back: {session}”.`;

  constructor() {
    warnBeforeUnload(() => this.hasUnsavedWork());
    effect(() => {
      if (!this.loaded.hasValue()) return;
      const rules = this.loaded.value();
      untracked(() => {
        this.editing.open(rules);
      });
    });
  }

  hasUnsavedWork(): boolean {
    return this.editing.isDirty();
  }

  protected async save(): Promise<void> {
    await this.editing.save();
  }

  protected patternLabel(language: Language): string {
    const name = this.formats.languageName(language);
    return $localize`:@@recap-desk.rules.pattern:Title of a draft, ${name}:language:`;
  }
}

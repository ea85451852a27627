import { Component, computed, inject, signal } from '@angular/core';
import { form, FormField, submit } from '@angular/forms/signals';
import { Router } from '@angular/router';
import { applyRules, FieldRow, lastAnswer } from '@reihe/admin-ui';
import { LANGUAGES, type Language } from '@reihe/shared-contracts';
import { recapTextRules, saveRecapRules, type SaveRecap } from '@reihe/shared-editorial';
import { slugFrom } from '@reihe/shared-policies';
import { RecapsClient, SeriesClient } from '@reihe/web-data-access';
import { failureOf, Formats, LANGUAGE, problemCodeOf } from '@reihe/web-platform';
import { staffFailureWords } from '@reihe/web-forms';

interface BlankRecapForm {
  seriesId: string;
  language: Language;
  title: string;
}

/** A recap that begins with nothing but its title, e.g. one of a whole series. */
@Component({
  selector: 'reihe-blank-recap',
  imports: [FieldRow, FormField],
  template: `
    <form novalidate (submit)="$event.preventDefault(); begin()">
      <div class="columns">
        <reihe-field-row i18n-label="@@recap-desk.column.series" label="Series">
          <select [formField]="form.seriesId">
            <option value="" i18n="@@recap-desk.blank.choose-series">Choose a series</option>
            @for (series of seriesOptions(); track series.id) {
              <option [value]="series.id">{{ series.title }}</option>
            }
          </select>
        </reihe-field-row>
        <reihe-field-row i18n-label="@@recap-desk.blank.language" label="Language to begin with">
          <select [formField]="form.language">
            @for (language of languages; track language) {
              <option [value]="language">{{ formats.languageName(language) }}</option>
            }
          </select>
        </reihe-field-row>
        <reihe-field-row i18n-label="@@recap-desk.field.title" label="Title">
          <input [attr.lang]="form.language().value()" [formField]="form.title" />
        </reihe-field-row>
      </div>
      @if (failure(); as words) {
        <p class="notice" role="alert">{{ words }}</p>
      }
      <button type="submit" class="button" [disabled]="isBusy()" i18n="@@recap-desk.blank.action">
        Begin to write
      </button>
    </form>
  `,
  styles: `
    .columns {
      margin-block-end: var(--space-s);
    }
  `,
})
export class BlankRecap {
  private readonly recaps = inject(RecapsClient);
  private readonly router = inject(Router);
  private readonly series = lastAnswer(inject(SeriesClient).list(() => ({ pageSize: 100 })));
  protected readonly formats = inject(Formats);
  protected readonly languages = LANGUAGES;
  protected readonly seriesOptions = computed(() => this.series()?.items ?? []);
  protected readonly isBusy = signal(false);
  protected readonly failure = signal('');

  private readonly model = signal<BlankRecapForm>({
    seriesId: '',
    language: inject(LANGUAGE),
    title: '',
  });
  protected readonly form = form(this.model, (path) => {
    applyRules<BlankRecapForm>(path, { seriesId: saveRecapRules.seriesId, title: recapTextRules.title });
  });

  protected async begin(): Promise<void> {
    this.failure.set('');
    this.isBusy.set(true);
    try {
      const isSent = await submit(this.form, {
        action: async () => {
          const recap = await this.create();
          await this.router.navigate(['/recaps', recap]);
        },
      });
      if (!isSent) this.form().errorSummary()[0]?.fieldTree().focusBoundControl();
    } catch (error) {
      this.failure.set(staffFailureWords(failureOf(error)));
    } finally {
      this.isBusy.set(false);
    }
  }

  private async create(): Promise<string> {
    const suggested = slugFrom(this.model().title);
    // A title without a letter that an address could have still gets one; so does one whose address is taken.
    const unique = Date.now().toString(36);
    try {
      const isUsable = suggested.length >= recapTextRules.slug.minLength;
      return (await this.recaps.create(this.blank(isUsable ? suggested : unique))).id;
    } catch (error) {
      if (problemCodeOf(error) !== 'recap.slug-taken') throw error;
      return (await this.recaps.create(this.blank(`${suggested}-${unique}`))).id;
    }
  }

  private blank(slug: string): SaveRecap {
    const { seriesId, language, title } = this.model();
    return {
      version: 0,
      seriesId,
      sessionIds: [],
      categoryIds: [],
      regionIds: [],
      byline: '',
      leadMediaId: null,
      gallery: [],
      publishedOn: null,
      translations: {
        [language]: {
          title,
          slug,
          lead: '',
          body: { type: 'doc', content: [{ type: 'paragraph' }] },
          seoTitle: '',
          seoDescription: '',
        },
      },
    };
  }
}

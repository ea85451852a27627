import { Component, inject, input, output, signal } from '@angular/core';
import { form, FormField, submit, validate } from '@angular/forms/signals';
import { applyRules, FieldRow } from '@reihe/admin-ui';
import { ADMIN_LANGUAGES, isAdminLanguage, type AdminLanguage } from '@reihe/shared-contracts';
import {
  FUNDER_REPORT_BASES,
  FUNDER_REPORT_FORMATS,
  makeFunderReportRules,
  SMALL_BELOW,
  type FunderReportBasis,
  type FunderReportFormat,
  type MadeFunderReport,
  type MakeFunderReport,
} from '@reihe/shared-figures';
import { serverErrors, staffFailureWords } from '@reihe/web-forms';
import { failureOf, Formats, LANGUAGE } from '@reihe/web-platform';
import { FunderReportsClient } from './funder-reports-client';
import { basisWords, formatWords } from './report-words';

/** What a report is to be of. An empty day is no limit. */
interface TypedOrder {
  language: AdminLanguage;
  format: FunderReportFormat;
  basis: FunderReportBasis;
  from: string;
  to: string;
  hidesSmall: boolean;
}

@Component({
  selector: 'reihe-report-form',
  imports: [FieldRow, FormField],
  template: `
    <form novalidate (submit)="$event.preventDefault(); make()">
      @if (refusal(); as words) {
        <p class="notice" role="alert">{{ words }}</p>
      }
      <div class="fields">
        <reihe-field-row i18n-label="@@reports.form.format" label="Format">
          <select [formField]="form.format">
            @for (one of formats; track one.value) {
              <option [value]="one.value">{{ one.words }}</option>
            }
          </select>
        </reihe-field-row>
        <reihe-field-row i18n-label="@@reports.form.language" label="Language">
          <select [formField]="form.language">
            @for (one of languages; track one.value) {
              <option [value]="one.value">{{ one.words }}</option>
            }
          </select>
        </reihe-field-row>
        <reihe-field-row
          i18n-label="@@reports.form.from"
          label="From"
          i18n-hint="@@reports.form.from-hint"
          hint="Empty: from the first session on."
          [isOptional]="true"
        >
          <input type="date" [formField]="form.from" />
        </reihe-field-row>
        <reihe-field-row
          i18n-label="@@reports.form.to"
          label="To"
          i18n-hint="@@reports.form.to-hint"
          hint="This day included. Empty: to the last session."
          [isOptional]="true"
        >
          <input type="date" [formField]="form.to" />
        </reihe-field-row>
        <reihe-field-row
          i18n-label="@@reports.form.basis"
          label="Countries, categories and months are of"
          i18n-hint="@@reports.form.basis-hint"
          hint="Whom they are of stands in the report, too."
        >
          <select [formField]="form.basis">
            @for (one of bases; track one.value) {
              <option [value]="one.value">{{ one.words }}</option>
            }
          </select>
        </reihe-field-row>
      </div>
      <label class="check">
        <input type="checkbox" [formField]="form.hidesSmall" />
        <span i18n="@@reports.form.hides-small"
          >Leave out groups of fewer than {{ smallBelow }} people by country, city, region and category</span
        >
      </label>
      <button type="submit" class="button" [disabled]="form().submitting()" i18n="@@reports.form.make">
        Make the report
      </button>
    </form>
  `,
  styles: `
    .fields {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(min(100%, 14rem), 1fr));
      gap: var(--space-s);
      align-items: end;
      margin-block-end: var(--space-s);
    }

    .check {
      display: flex;
      gap: var(--space-2xs);
      align-items: baseline;
      margin-block-end: var(--space-s);
    }
  `,
})
export class ReportForm {
  readonly seriesId = input.required<string>();
  readonly made = output<MadeFunderReport>();

  private readonly client = inject(FunderReportsClient);
  private readonly names = inject(Formats);
  private readonly own = inject(LANGUAGE);

  protected readonly formats = FUNDER_REPORT_FORMATS.map((value) => ({ value, words: formatWords(value) }));
  protected readonly bases = FUNDER_REPORT_BASES.map((value) => ({ value, words: basisWords(value) }));
  protected readonly languages = ADMIN_LANGUAGES.map((value) => ({
    value,
    words: this.names.languageName(value),
  }));
  protected readonly smallBelow = SMALL_BELOW;
  protected readonly refusal = signal('');
  private readonly model = signal<TypedOrder>({
    language: isAdminLanguage(this.own) ? this.own : ADMIN_LANGUAGES[0],
    format: 'pdf',
    basis: 'places',
    from: '',
    to: '',
    hidesSmall: true,
  });
  protected readonly form = form(this.model, (path) => {
    applyRules<TypedOrder>(path, makeFunderReportRules);
    validate(path.to, (field) => {
      const [from, to] = [field.valueOf(path.from), field.value()];
      return from !== '' && to !== '' && to < from ? { kind: 'end-before-start' } : null;
    });
  });

  protected async make(): Promise<void> {
    this.refusal.set('');
    await submit(this.form, async () => {
      try {
        const { from, to, ...rest } = this.model();
        const order: MakeFunderReport = { ...rest, from: from || null, to: to || null };
        this.made.emit(await this.client.make(this.seriesId(), order));
        return null;
      } catch (error) {
        const failure = failureOf(error);
        this.refusal.set(staffFailureWords(failure));
        const fields = failure.kind === 'problem' ? (failure.problem.fields ?? []) : [];
        return fields.length > 0 ? serverErrors(this.form, fields) : { kind: 'refused' };
      }
    });
  }
}

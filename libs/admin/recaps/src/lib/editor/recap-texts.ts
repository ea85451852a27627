import { Component, computed, inject, input, viewChild } from '@angular/core';
import { FormField, type FieldTree } from '@angular/forms/signals';
import { isUnwritten } from '@reihe/admin-recap-form';
import { WritingSurface } from '@reihe/admin-recap-writing';
import { FieldRow, LanguageColumn } from '@reihe/admin-ui';
import { publicPaths, type Language } from '@reihe/shared-contracts';
import type { RecapText } from '@reihe/shared-editorial';
import { slugFrom } from '@reihe/shared-policies';
import { Formats } from '@reihe/web-platform';

/** What search engines show of a title and of a description before they cut it. */
const SEO_LENGTHS = { title: 60, description: 160 } as const;

/** All texts of a recap in one language. */
@Component({
  selector: 'reihe-recap-texts',
  imports: [FieldRow, FormField, LanguageColumn, WritingSurface],
  template: `
    @let text = form();
    <reihe-language-column [language]="language()" [fallback]="defaultLanguage()" [isEmpty]="isEmpty()">
      <reihe-field-row i18n-label="@@recap-desk.field.title" label="Title" [isOptional]="isOptional()">
        <input class="title" [attr.lang]="language()" [formField]="text.title" />
      </reihe-field-row>
      <div>
        <reihe-field-row
          i18n-label="@@recap-desk.field.slug"
          label="Address"
          [hint]="addressHint()"
          [isOptional]="isOptional()"
        >
          <input spellcheck="false" autocapitalize="off" [formField]="text.slug" />
        </reihe-field-row>
        @if (!text().disabled() && suggestedSlug() && suggestedSlug() !== text.slug().value()) {
          <button type="button" class="link" (click)="takeSlug()">
            <ng-container i18n="@@recap-desk.field.slug-suggest">From the title:</ng-container>
            {{ suggestedSlug() }}
          </button>
        }
      </div>
      <reihe-field-row i18n-label="@@recap-desk.field.lead" label="Lead" [isOptional]="isOptional()">
        <textarea rows="4" [attr.lang]="language()" [formField]="text.lead"></textarea>
      </reihe-field-row>
      <reihe-writing-surface [language]="language()" [label]="bodyLabel()" [formField]="text.body" />
      <details>
        <summary i18n="@@recap-desk.seo">For search engines</summary>
        <reihe-field-row
          i18n-label="@@recap-desk.field.seo-title"
          label="Title in search results"
          [hint]="seoTitleHint()"
          [isOptional]="true"
        >
          <input [attr.lang]="language()" [formField]="text.seoTitle" />
        </reihe-field-row>
        <reihe-field-row
          i18n-label="@@recap-desk.field.seo-description"
          label="Description in search results"
          [hint]="seoDescriptionHint()"
          [isOptional]="true"
        >
          <textarea rows="3" [attr.lang]="language()" [formField]="text.seoDescription"></textarea>
        </reihe-field-row>
      </details>
    </reihe-language-column>
  `,
  styles: `
    :host {
      display: block;
      min-inline-size: 0;
    }
    .title {
      font: 600 1.125rem / 1.4 var(--serif);
    }
    details {
      display: grid;
      gap: var(--space-s);
    }
    details[open] > * {
      margin-block-start: var(--space-xs);
    }
    summary {
      color: var(--ink-soft);
      cursor: pointer;
    }
  `,
})
export class RecapTexts {
  readonly form = input.required<FieldTree<RecapText>>();
  readonly language = input.required<Language>();
  readonly defaultLanguage = input.required<Language>();

  private readonly formats = inject(Formats);
  private readonly surface = viewChild.required(WritingSurface);
  protected readonly isEmpty = computed(() => isUnwritten(this.form()().value()));
  protected readonly isOptional = computed(() => this.language() !== this.defaultLanguage());
  protected readonly suggestedSlug = computed(() => slugFrom(this.form().title().value()));
  protected readonly bodyLabel = computed(() => {
    const name = this.formats.languageName(this.language());
    return $localize`:@@recap-desk.field.body-in:Text, ${name}:language:`;
  });
  protected readonly addressHint = computed(() => {
    const folder = `${publicPaths.recaps(this.language())}/`;
    return $localize`:@@recap-desk.field.slug-hint:After ${folder}:folder:. An earlier one goes on working once it was published.`;
  });
  protected readonly seoTitleHint = computed(() =>
    this.lengthHint(this.form().seoTitle().value(), SEO_LENGTHS.title, 'title'),
  );
  protected readonly seoDescriptionHint = computed(() =>
    this.lengthHint(this.form().seoDescription().value(), SEO_LENGTHS.description, 'description'),
  );

  /** What is written up to this moment becomes part of the form. */
  flush(): void {
    this.surface().flush();
  }

  /** Selects words of the text where they stand. */
  showWords(words: string, blockId: string): void {
    this.surface().showWords(words, blockId);
  }

  /** Selects a block of the text; false: it has none of this name. */
  showBlock(id: string): boolean {
    return this.surface().showBlock(id);
  }

  protected takeSlug(): void {
    this.form().slug().value.set(this.suggestedSlug());
    this.form().slug().markAsDirty();
  }

  private lengthHint(typed: string, shown: number, part: keyof typeof SEO_LENGTHS): string {
    const length = typed.trim().length;
    if (length > 0)
      return $localize`:@@recap-desk.seo.length:${length}:length: of about ${shown}:shown: characters that are shown.`;
    return part === 'title'
      ? $localize`:@@recap-desk.field.seo-title-hint:Empty: the title. About ${shown}:shown: characters are shown.`
      : $localize`:@@recap-desk.field.seo-description-hint:Empty: the lead. About ${shown}:shown: characters are shown.`;
  }
}

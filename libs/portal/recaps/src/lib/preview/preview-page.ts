import { Component, computed, inject, input } from '@angular/core';
import { RouterOutlet } from '@angular/router';
import type { Language } from '@reihe/shared-contracts';
import { RecapsPagesClient } from '@reihe/web-data-access';
import { Formats, LANGUAGE, PageHead } from '@reihe/web-platform';
import { PreviewSource, PrivateHead } from './preview-source';

/** A recap before its readers see it, for whoever was given the address. */
@Component({
  selector: 'reihe-preview-page',
  imports: [RouterOutlet],
  providers: [
    PreviewSource,
    { provide: RecapsPagesClient, useExisting: PreviewSource },
    { provide: PageHead, useClass: PrivateHead },
  ],
  template: `
    @if (preview(); as shown) {
      <div class="note" role="note">
        <p>
          <strong i18n="@@recaps.preview.what">Preview: nobody else can read this yet.</strong>&ngsp;
          <ng-container i18n="@@recaps.preview.until"
            >Please do not pass the address on. It works until {{ until() }}.</ng-container
          >
        </p>
        @if (others().length > 0) {
          <p>
            @for (other of others(); track other) {
              <a [href]="addressIn(other)" [attr.hreflang]="other" [attr.lang]="other">{{
                formats.ownName(other)
              }}</a>&ngsp;
            }
          </p>
        }
      </div>
    }
    <router-outlet />
  `,
  styles: `
    .note {
      padding: var(--space-s) var(--gutter);
      background: var(--wait-tint);
      color: var(--wait-ink);
    }
    p {
      margin: 0;
    }
  `,
})
export class PreviewPage {
  /** The secret token, where a published recap's address has its name; bound from the address. */
  readonly slug = input.required<string>();

  private readonly source = inject(PreviewSource);
  private readonly language = inject(LANGUAGE);
  protected readonly formats = inject(Formats);
  protected readonly preview = computed(() => this.source.preview()());
  protected readonly until = computed(() => {
    const preview = this.preview();
    return preview ? this.formats.day(preview.expiresAt, 'UTC') : '';
  });
  protected readonly others = computed(
    () => this.preview()?.languages.filter((language) => language !== this.language) ?? [],
  );

  protected addressIn(language: Language): string {
    return `/${language}/recap-preview/${this.slug()}`;
  }
}

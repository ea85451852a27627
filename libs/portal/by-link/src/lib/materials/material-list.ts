import { Component, computed, inject, input } from '@angular/core';
import type { MaterialKind, OfferedMaterial } from '@reihe/shared-contracts';
import { Formats, LANGUAGE } from '@reihe/web-platform';

/** What a session hands out, each with what it is and where it comes from. */
@Component({
  selector: 'reihe-material-list',
  template: `
    <ul role="list">
      @for (one of shown(); track one.id) {
        <li>
          <a [href]="one.href" [attr.lang]="one.lang" [attr.rel]="one.rel">{{ one.title }}</a>&ngsp;
          <span class="small">{{ one.about }}</span>
        </li>
      }
    </ul>
  `,
  styles: `
    ul {
      display: grid;
      gap: var(--space-s);
      margin: 0;
    }
    li {
      display: grid;
      gap: 0.2em;
      padding-inline-start: var(--space-s);
      border-inline-start: 3px solid var(--line);
    }
    a {
      inline-size: fit-content;
      max-inline-size: 100%;
      font-weight: 600;
      overflow-wrap: anywhere;
    }
    .small {
      color: var(--ink-soft);
    }
  `,
})
export class MaterialList {
  readonly materials = input.required<readonly OfferedMaterial[]>();

  private readonly formats = inject(Formats);
  private readonly language = inject(LANGUAGE);

  protected readonly shown = computed(() =>
    this.materials().map(({ id, kind, title, href, language, file }) => ({
      id,
      title,
      href,
      lang: language === this.language ? null : language,
      rel: file ? null : 'noopener noreferrer',
      about: [kindWords(kind), file ? `${file.type}, ${this.size(file.byteSize)}` : hostOf(href)]
        .filter(Boolean)
        .join(' · '),
    })),
  );

  /** "1.2 MB" */
  private size(bytes: number): string {
    const isLarge = bytes >= 1_000_000;
    const value = isLarge ? Math.round(bytes / 100_000) / 10 : Math.max(1, Math.round(bytes / 1000));
    return `${this.formats.number(value)}\u00a0${isLarge ? 'MB' : 'kB'}`;
  }
}

function kindWords(kind: MaterialKind): string {
  switch (kind) {
    case 'recording':
      return $localize`:@@after.material.recording:Recording`;
    case 'slides':
      return $localize`:@@after.material.slides:Slides`;
    case 'document':
      return $localize`:@@after.material.document:Document`;
    case 'link':
      return $localize`:@@after.material.link:Link`;
  }
}

function hostOf(href: string): string {
  return URL.canParse(href) ? new URL(href).hostname.replace(/^www\./, '') : '';
}

import { Component, computed, inject } from '@angular/core';
import { RouterLink, RouterLinkActive, RouterOutlet } from '@angular/router';
import { LANGUAGES, publicPaths } from '@reihe/shared-contracts';
import { Formats, HOME_ADDRESSES, LANGUAGE, PageHead } from '@reihe/web-platform';

/** The frame around every public page. */
@Component({
  selector: 'reihe-portal',
  imports: [RouterLink, RouterLinkActive, RouterOutlet],
  templateUrl: './portal.html',
  styleUrl: './portal.css',
})
export class Portal {
  private readonly head = inject(PageHead);
  private readonly formats = inject(Formats);
  protected readonly language = inject(LANGUAGE);

  protected readonly feed = publicPaths.recapFeed(this.language);

  /** Each language's name in itself, with the same page there, or its home page where this page has no twin. */
  protected readonly languages = computed(() =>
    LANGUAGES.map((language) => ({
      language,
      name: this.formats.ownName(language),
      address: this.head.addresses()[language] ?? HOME_ADDRESSES[language],
    })),
  );
}

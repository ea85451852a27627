import { Location } from '@angular/common';
import { Component, computed, inject } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { NavigationEnd, Router, RouterOutlet } from '@angular/router';
import { LANGUAGES, publicPaths } from '@reihe/shared-contracts';
import { Formats, HOME_ADDRESSES, LANGUAGE, PageHead, PageLinks } from '@reihe/web-platform';
import { filter, map } from 'rxjs';
import { BrokenNavigation } from './broken-navigation';

/** The frame around every public page. */
@Component({
  selector: 'reihe-portal',
  imports: [RouterOutlet],
  host: { '(click)': 'links.follow($event)' },
  templateUrl: './portal.html',
  styleUrl: './portal.css',
})
export class Portal {
  private readonly head = inject(PageHead);
  private readonly formats = inject(Formats);
  private readonly location = inject(Location);
  private readonly broken = inject(BrokenNavigation);
  protected readonly language = inject(LANGUAGE);

  protected readonly links = inject(PageLinks);

  protected readonly home = publicPaths.home(this.language);
  protected readonly recaps = publicPaths.recaps(this.language);
  protected readonly feed = publicPaths.recapFeed(this.language);

  private readonly router = inject(Router);
  private readonly url = toSignal(
    this.router.events.pipe(
      filter((event) => event instanceof NavigationEnd),
      map(({ urlAfterRedirects }) => urlAfterRedirects),
    ),
    { initialValue: '' },
  );
  /** Of the page shown, below the language. */
  protected readonly path = computed(() => /^[^?#]*/.exec(this.url())?.[0] ?? '');
  /** What was asked for below this address (filters, ticked sessions), "?" included. */
  private readonly query = computed(() => /\?[^#]*/.exec(this.url())?.[0] ?? '');

  /** Each language's name in itself, with the same page there, or its home page where this page has no twin. */
  protected readonly languages = computed(() =>
    LANGUAGES.map((language) => {
      const twin = this.head.addresses()[language];
      return {
        language,
        name: this.formats.ownName(language),
        address: twin === undefined ? HOME_ADDRESSES[language] : twin + this.query(),
      };
    }),
  );

  /** Address to load from scratch where moving there by script failed. */
  protected readonly brokenAddress = computed(() => {
    const address = this.broken.address();
    return address === null ? null : this.location.prepareExternalUrl(address);
  });

  constructor() {
    this.router.events
      .pipe(filter((event) => event instanceof NavigationEnd))
      .subscribe(() => this.broken.isOver());
  }
}

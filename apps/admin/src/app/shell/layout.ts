import { Location } from '@angular/common';
import { Component, computed, inject, signal } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { MatDialog } from '@angular/material/dialog';
import { MatSnackBar } from '@angular/material/snack-bar';
import { NavigationEnd, Router, RouterLink, RouterLinkActive, RouterOutlet } from '@angular/router';
import { BrowserDrafts } from '@reihe/admin-editing';
import { ADMIN_LANGUAGES, publicPaths } from '@reihe/shared-contracts';
import { StaffAccess } from '@reihe/web-data-access';
import { failureOf, LANGUAGE } from '@reihe/web-platform';
import { staffFailureWords } from '@reihe/web-forms';
import { filter, map, startWith, tap } from 'rxjs';
import { Keyboard } from './keyboard';
import { NAVIGATION } from './navigation';
import { ShortcutsDialog } from './shortcuts-dialog';

const NATIVE_NAMES = { en: 'English', de: 'Deutsch' } as const;

/** What stands around every page of a signed-in person: where one can go, who one is, in which language. */
@Component({
  selector: 'reihe-layout',
  imports: [RouterLink, RouterLinkActive, RouterOutlet],
  providers: [Keyboard],
  templateUrl: './layout.html',
  styleUrl: './layout.css',
  host: { '(document:keydown)': 'keyboard.press($event)' },
})
export class Layout {
  private readonly access = inject(StaffAccess);
  private readonly drafts = inject(BrowserDrafts);
  private readonly router = inject(Router);
  private readonly location = inject(Location);
  private readonly dialogs = inject(MatDialog);
  private readonly snackBar = inject(MatSnackBar);
  protected readonly language = inject(LANGUAGE);
  protected readonly keyboard = inject(Keyboard);

  protected readonly me = this.access.me;
  protected readonly isMenuOpen = signal(false);
  protected readonly portal = publicPaths.home(this.language);
  protected readonly groups = computed(() =>
    NAVIGATION.map((group) => ({
      ...group,
      destinations: group.destinations.filter(({ permission }) => this.access.may(permission)),
    })).filter(({ destinations }) => destinations.length > 0),
  );

  private readonly address = toSignal(
    this.router.events.pipe(
      filter((event) => event instanceof NavigationEnd),
      tap(() => {
        this.isMenuOpen.set(false);
      }),
      map((event) => event.urlAfterRedirects),
      startWith(this.router.url),
    ),
    { requireSync: true },
  );
  /** The same page in the other languages; each is a build of its own. */
  protected readonly otherLanguages = computed(() =>
    ADMIN_LANGUAGES.filter((language) => language !== this.language).map((language) => ({
      language,
      name: NATIVE_NAMES[language],
      href: `${publicPaths.admin}/${language}${this.address()}`,
    })),
  );
  /** The base element would send a bare fragment to the start page. */
  protected readonly mainHref = computed(() => `${this.location.prepareExternalUrl(this.address())}#main`);

  protected showShortcuts(): void {
    this.dialogs.open(ShortcutsDialog);
  }

  protected skip(event: Event, main: HTMLElement): void {
    event.preventDefault();
    main.focus();
  }

  protected async signOut(): Promise<void> {
    // Pages with unsaved work are asked first; then nothing is left that the end of the session could take along.
    if (!(await this.router.navigateByUrl('/sign-in'))) return;
    try {
      await this.access.signOut();
      this.drafts.forgetAll();
    } catch (error) {
      this.snackBar.open(staffFailureWords(failureOf(error)));
      await this.router.navigateByUrl('/');
    }
  }
}

import { Component, computed, input } from '@angular/core';
import { RouterLink, RouterLinkActive } from '@angular/router';
import type { Permission } from '@reihe/shared-contracts';

interface SessionPage {
  /** Below the session's own address; empty: that one. */
  path: string;
  permission: Permission;
  words: string;
}

const PAGES: readonly SessionPage[] = [
  { path: '', permission: 'programme.read', words: $localize`:@@programme.session.one:Session` },
  {
    path: 'registrations',
    permission: 'registrations.read',
    words: $localize`:@@programme.session.registrations:Registrations`,
  },
  {
    path: 'messages',
    permission: 'registrations.read',
    words: $localize`:@@programme.session.messages:Messages`,
  },
  {
    path: 'registration',
    permission: 'programme.read',
    words: $localize`:@@programme.session.registration-setup:Rules and questions`,
  },
  {
    path: 'numbers',
    permission: 'figures.read',
    words: $localize`:@@programme.session.numbers:Live numbers`,
  },
  {
    path: 'attendance',
    permission: 'registrations.read',
    words: $localize`:@@programme.session.attendance:Attendance`,
  },
  {
    path: 'after',
    permission: 'programme.read',
    words: $localize`:@@programme.session.after:After the session`,
  },
];

/** The way between all pages of one session, which belong to several features: in the head of each, at the same place. */
@Component({
  selector: 'reihe-session-nav',
  imports: [RouterLink, RouterLinkActive],
  template: `
    <nav i18n-aria-label="@@programme.session.pages" aria-label="Pages of this session">
      @for (page of pages(); track page.words) {
        <a
          [routerLink]="page.link"
          routerLinkActive="here"
          [routerLinkActiveOptions]="{ exact: page.isExact }"
          ariaCurrentWhenActive="page"
          >{{ page.words }}</a
        >
      }
    </nav>
  `,
  styles: `
    :host {
      flex-basis: 100%;
    }
    nav {
      display: flex;
      flex-wrap: wrap;
      gap: 0 var(--space-s);
      border-block-end: 1px solid var(--line);
    }
    a {
      padding: var(--space-2xs) 0;
      border-block-end: 3px solid transparent;
      text-decoration: none;
    }
    a.here {
      border-color: var(--harbour);
      font-weight: 600;
      color: var(--ink);
    }
  `,
})
export class SessionNav {
  readonly sessionId = input.required<string>();
  /** What whoever is signed in may do. */
  readonly access = input.required<{ may(permission: Permission): boolean }>();

  protected readonly pages = computed(() =>
    PAGES.filter(({ permission }) => this.access().may(permission)).map(({ path, words }) => ({
      words,
      link: ['/sessions', this.sessionId(), ...(path ? [path] : [])],
      isExact: path === '',
    })),
  );
}

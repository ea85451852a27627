import { Component, inject, input } from '@angular/core';
import { Router } from '@angular/router';
import { ADMIN_LANGUAGES, publicPaths } from '@reihe/shared-contracts';
import { LANGUAGE } from '@reihe/web-platform';
import { SignInForm } from './sign-in-form';

const NATIVE_NAMES = { en: 'English', de: 'Deutsch' } as const;

/** The way in; afterwards one is where one wanted to go. */
@Component({
  selector: 'reihe-sign-in-page',
  imports: [SignInForm],
  template: `
    <main>
      <p class="brand">Reihe</p>
      <h1 tabindex="-1" i18n="@@shell.sign-in.heading">Sign in</h1>
      <p class="small" i18n="@@shell.sign-in.text">
        For staff. Participants and speakers come in by the link in their e-mail.
      </p>
      <reihe-sign-in-form (done)="goOn()" />
      <nav i18n-aria-label="@@shell.sign-in.elsewhere" aria-label="Elsewhere">
        <a [href]="portal" i18n="@@shell.sign-in.portal">To the portal</a>
        @for (other of others; track other.language) {
          <a [href]="other.href" [lang]="other.language" [hreflang]="other.language">{{ other.name }}</a>
        }
      </nav>
    </main>
  `,
  styles: `
    :host {
      display: grid;
      place-items: center;
      min-block-size: 100vh;
      padding: var(--space-s);
    }
    main {
      inline-size: min(100%, 24rem);
      padding: var(--space-l) var(--space-m);
      border: 1px solid var(--line);
      border-radius: var(--radius);
      background: var(--surface);
    }
    .brand {
      margin: 0 0 var(--space-s);
      font: 600 1.25rem / 1.4 var(--serif);
    }
    h1 {
      margin-block-end: var(--space-3xs);
      font-size: var(--step-2);
    }
    nav {
      display: flex;
      gap: var(--space-s);
      margin-block-start: var(--space-m);
    }
  `,
})
export class SignInPage {
  /** From the query: the page that was asked for. */
  readonly returnTo = input<string>();

  private readonly router = inject(Router);
  private readonly language = inject(LANGUAGE);
  protected readonly portal = publicPaths.home(this.language);
  protected readonly others = ADMIN_LANGUAGES.filter((language) => language !== this.language).map(
    (language) => ({
      language,
      name: NATIVE_NAMES[language],
      href: `${publicPaths.admin}/${language}/sign-in`,
    }),
  );

  protected goOn(): void {
    void this.router.navigateByUrl(safeAddress(this.returnTo()), { replaceUrl: true });
  }
}

/** Only pages of this application: the address comes from the query, which anybody can write. */
export function safeAddress(asked: string | undefined): string {
  return asked && /^\/(?![/\\])/.test(asked) && !asked.startsWith('/sign-in') ? asked : '/';
}

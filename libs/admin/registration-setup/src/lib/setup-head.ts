import { Component, computed, inject, input } from '@angular/core';
import { RouterLink, RouterLinkActive } from '@angular/router';
import type { RegistrationOwner } from '@reihe/shared-contracts';
import { inLanguage, lastAnswer } from '@reihe/admin-ui';
import { SessionNav } from '@reihe/admin-session-form';
import { SeriesClient, SessionsClient, StaffAccess } from '@reihe/web-data-access';
import { LANGUAGE } from '@reihe/web-platform';

/** Head of the screens about registering: of which series or session, and the way to the others. */
@Component({
  selector: 'reihe-setup-head',
  imports: [RouterLink, RouterLinkActive, SessionNav],
  template: `
    <header class="page-head">
      <p class="kicker">
        @if (owner().kind === 'series') {
          <a routerLink="/series" i18n="@@registration-setup.all-series">Series</a>
        } @else {
          <a routerLink="/sessions" i18n="@@registration-setup.all-sessions">Sessions</a>
        }
        · <a [routerLink]="['/', owner().kind, owner().id]">{{ title() }}</a>
      </p>
      @if (owner().kind === 'sessions') {
        <reihe-session-nav [sessionId]="owner().id" [access]="access" />
      }
      <h1 tabindex="-1" i18n="@@registration-setup.heading">Registration</h1>
      <div class="page-actions">
        @if (seriesId(); as id) {
          <a
            class="button quiet"
            [routerLink]="['/series', id, 'registration']"
            i18n="@@registration-setup.of-series"
            >Registration of the series</a
          >
        }
      </div>
    </header>
    <nav i18n-aria-label="@@registration-setup.parts" aria-label="Parts of registration">
      @for (part of parts(); track part.path) {
        <a
          [routerLink]="['/', owner().kind, owner().id, 'registration', part.path]"
          routerLinkActive="here"
          ariaCurrentWhenActive="page"
          >{{ part.words }}</a
        >
      }
    </nav>
  `,
  styles: `
    nav {
      display: flex;
      flex-wrap: wrap;
      gap: 0 var(--space-s);
      margin-block: var(--space-xs) var(--space-m);
      border-block-end: 1px solid var(--line);
    }
    nav a {
      padding: var(--space-2xs) 0;
      border-block-end: 3px solid transparent;
      text-decoration: none;
    }
    nav a.here {
      border-color: var(--harbour);
      font-weight: 600;
      color: var(--ink);
    }
  `,
})
export class SetupHead {
  readonly owner = input.required<RegistrationOwner>();

  protected readonly access = inject(StaffAccess);
  private readonly language = inject(LANGUAGE);
  private readonly series = lastAnswer(
    inject(SeriesClient).one(() => (this.owner().kind === 'series' ? this.owner().id : null)),
  );
  private readonly session = lastAnswer(
    inject(SessionsClient).one(() => (this.owner().kind === 'sessions' ? this.owner().id : null)),
  );

  protected readonly mayReadRegistrations = computed(() => this.access.may('registrations.read'));
  /** Of a session. */
  protected readonly seriesId = computed(() => this.session()?.seriesId ?? null);
  protected readonly title = computed(() => {
    const translations = this.series()?.translations ?? this.session()?.translations ?? {};
    return inLanguage<{ title: string }>(translations, this.language)?.title ?? '…';
  });
  protected readonly parts = computed(() => [
    { path: 'rules', words: $localize`:@@registration-setup.part.rules:Rules` },
    { path: 'questions', words: $localize`:@@registration-setup.part.questions:Questions` },
    { path: 'feedback', words: $localize`:@@registration-setup.part.feedback:Feedback questions` },
    ...(this.mayReadRegistrations()
      ? [{ path: 'invitations', words: $localize`:@@registration-setup.part.invitations:Invitations` }]
      : []),
  ]);
}

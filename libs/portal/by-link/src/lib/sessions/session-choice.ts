import { Component, computed, inject, input, output } from '@angular/core';
import type { SessionTeaser } from '@reihe/shared-contracts';
import { canRegister } from '@reihe/shared-policies';
import { Formats, LANGUAGE } from '@reihe/web-platform';
import { SessionPhase, SessionTime } from '@reihe/web-ui';
import { clashes } from './clashes';
import { Tick } from '../form/tick';

/** The sessions one can register for, as tick boxes; says when two that are ticked run at the same time. */
@Component({
  selector: 'reihe-session-choice',
  imports: [SessionPhase, SessionTime, Tick],
  template: `
    <fieldset [attr.aria-describedby]="error() ? 'sessionSlugs-error' : null">
      <legend id="sessionSlugs" tabindex="-1">{{ label() }}</legend>
      @if (error()) {
        <p class="error" id="sessionSlugs-error">{{ error() }}</p>
      }
      <ul role="list">
        @for (session of sessions(); track session.slug) {
          <li>
            <input
              type="checkbox"
              name="sessionSlugs"
              [id]="'session-' + session.slug"
              [value]="session.slug"
              [disabled]="!isOpen(session)"
              [reiheTick]="chosen().includes(session.slug)"
              (ticked)="toggled.emit({ slug: session.slug, isChosen: $event })"
            />
            <label [for]="'session-' + session.slug">
              <span class="title" [attr.lang]="foreign(session)">{{ session.title }}</span>
              <reihe-session-time
                [startsAt]="session.startsAt"
                [endsAt]="session.endsAt"
                [timeZone]="session.timeZone"
              />
            </label>
            <reihe-session-phase [seats]="session.seats" [timeZone]="session.timeZone" />
          </li>
        }
      </ul>
      <div aria-live="polite">
        @for (pair of clashing(); track $index) {
          <p class="clash" i18n="@@register.sessions.clash">
            At the same time: {{ pair }}. You can register for both and cancel one later.
          </p>
        }
      </div>
    </fieldset>
  `,
  styleUrl: './session-choice.css',
})
export class SessionChoice {
  readonly label = input.required<string>();
  readonly sessions = input.required<readonly SessionTeaser[]>();
  /** Slugs. */
  readonly chosen = input.required<readonly string[]>();
  /** Empty while nothing is wrong. */
  readonly error = input('');
  readonly toggled = output<{ slug: string; isChosen: boolean }>();

  private readonly formats = inject(Formats);
  private readonly language = inject(LANGUAGE);

  protected readonly clashing = computed(() => {
    const chosen = this.sessions().filter(({ slug }) => this.chosen().includes(slug));
    return clashes(chosen).map((pair) => this.formats.list(pair.map(({ title }) => title)));
  });

  protected isOpen({ seats }: SessionTeaser): boolean {
    return canRegister(seats.phase);
  }

  /** The language of a title, where it is not the page's. */
  protected foreign({ language }: SessionTeaser): string | null {
    return language === this.language ? null : language;
  }
}

import { Component, computed, inject, input } from '@angular/core';
import type { SessionOfForm } from '@reihe/shared-registration';
import { Formats, LANGUAGE } from '@reihe/web-platform';
import { minutesWords } from './register-words';

/** What happens after the form was sent, where that is not the same everywhere: who decides, and how long a place is held. */
@Component({
  selector: 'reihe-session-notes',
  template: `
    <div aria-live="polite">
      @if (decided(); as titles) {
        <p i18n="@@register.notes.approval">
          The organisers decide who takes part in {{ titles }}. They write to you once they have.
        </p>
      }
      @for (hold of holds(); track hold.minutes) {
        @if (hold.minutes === 0) {
          <p i18n="@@register.notes.no-hold">
            {{ hold.titles }}: no place is held. It is yours, if one is free, when you confirm by the link in
            our e-mail.
          </p>
        } @else {
          <p i18n="@@register.notes.hold">
            {{ hold.titles }}: a free place is held for you for {{ hold.words }}. Please confirm by the link
            in our e-mail within that time.
          </p>
        }
      }
    </div>
  `,
  styles: `
    p {
      max-inline-size: 34rem;
      margin: 0 0 var(--space-xs);
      padding: var(--space-xs) var(--space-s);
      border-inline-start: 4px solid var(--line-strong);
      background: var(--sunken);
    }
  `,
})
export class SessionNotes {
  readonly sessions = input.required<readonly SessionOfForm[]>();
  /** By slug. */
  readonly titles = input.required<ReadonlyMap<string, string>>();

  private readonly formats = inject(Formats);
  private readonly language = inject(LANGUAGE);

  /** Titles of sessions where an organiser decides; empty: none. */
  protected readonly decided = computed(() =>
    this.titlesOf(this.sessions().filter(({ mode }) => mode === 'approval')),
  );
  /** Where one decides, no place is held before. */
  protected readonly holds = computed(() => {
    const direct = this.sessions().filter(({ mode }) => mode !== 'approval');
    return [...new Set(direct.map(({ holdMinutes }) => holdMinutes))].map((minutes) => ({
      minutes,
      words: minutesWords(minutes, this.language),
      titles: this.titlesOf(direct.filter(({ holdMinutes }) => holdMinutes === minutes)),
    }));
  });

  private titlesOf(sessions: readonly SessionOfForm[]): string {
    return this.formats.list(sessions.map(({ slug }) => this.titles().get(slug) ?? slug));
  }
}

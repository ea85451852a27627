import {
  afterRenderEffect,
  Component,
  computed,
  DestroyRef,
  DOCUMENT,
  effect,
  inject,
  input,
  signal,
} from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, RouterLink } from '@angular/router';
import type { Conflict, TypedSession } from '@reihe/shared-planning';
import {
  clashingSession,
  CONFLICT_SECTIONS,
  conflictWords,
  HolidaySource,
  lastAnswer,
  sectionOf,
} from '@reihe/admin-ui';
import { ConflictsClient } from '@reihe/web-data-access';
import { Formats } from '@reihe/web-platform';
import { type SessionForm, typedSessionOf } from '@reihe/admin-session-form';

/** So long after the last change the programme is looked at again. */
const PAUSE_BEFORE_ASKING = 500;

/** What clashes with the session as it is typed, each with the way to where it is mended. Nothing of it is forbidden. */
@Component({
  selector: 'reihe-conflicts-panel',
  imports: [HolidaySource, RouterLink],
  template: `
    <div aria-live="polite">
      @if (conflicts().length > 0) {
        <section class="panel" aria-labelledby="conflicts">
          <h2 id="conflicts">
            <ng-container i18n="@@programme.conflicts.heading">Good to know before you go on</ng-container>
            <span class="how-many">{{ conflicts().length }}</span>
          </h2>
          <ul role="list" class="rows">
            @for (conflict of conflicts(); track $index) {
              <li>
                {{ words(conflict) }}
                @if (other(conflict); as session) {
                  <a [routerLink]="['/sessions', session.id]" target="_blank">{{ session.title }}</a>
                  <small>{{ when(session) }}</small>
                }
                <button type="button" class="link" (click)="goTo(section(conflict))">
                  <ng-container i18n="@@programme.conflicts.mend">Go there</ng-container>
                  <span class="visually-hidden">{{ words(conflict) }}</span>
                </button>
              </li>
            }
          </ul>
          @if (hasHoliday()) {
            <reihe-holiday-source />
          }
        </section>
      }
    </div>
  `,
  styles: `
    .how-many {
      font-weight: 400;
      color: var(--ink-soft);
    }
    section {
      border-inline-start: 3px solid var(--coral);
    }
    small {
      color: var(--ink-soft);
    }
    .link {
      margin-inline-start: var(--space-2xs);
    }
  `,
})
export class ConflictsPanel {
  readonly form = input.required<SessionForm>();
  /** null while it is new. */
  readonly sessionId = input.required<string | null>();

  private readonly formats = inject(Formats);
  private readonly document = inject(DOCUMENT);
  private readonly fragment = toSignal(inject(ActivatedRoute).fragment, { initialValue: null });

  /** Null as long as it makes no sense to look around. */
  private readonly typed = computed(() => typedSessionOf(this.form(), this.sessionId()));
  private readonly settled = signal<TypedSession | null>(null);
  private readonly found = inject(ConflictsClient).ofTyped(() => this.settled());
  private readonly answer = lastAnswer(this.found);
  protected readonly conflicts = computed(() => (this.settled() ? (this.answer() ?? []) : []));

  constructor() {
    let timer: ReturnType<typeof setTimeout> | undefined;
    effect(() => {
      const typed = this.typed();
      clearTimeout(timer);
      timer = setTimeout(() => {
        this.settled.set(typed);
      }, PAUSE_BEFORE_ASKING);
    });
    inject(DestroyRef).onDestroy(() => {
      clearTimeout(timer);
    });
    // A link from elsewhere names the section to mend; the page has it only once the session is there.
    let isThere = false;
    afterRenderEffect(() => {
      const section = CONFLICT_SECTIONS.find((one) => one === this.fragment());
      if (isThere || this.sessionId() === null || !section) return;
      isThere = true;
      this.goTo(section);
    });
  }

  protected readonly hasHoliday = computed(() => this.conflicts().some(({ code }) => code === 'holiday'));

  protected words(conflict: Conflict): string {
    return conflictWords(conflict, this.formats);
  }

  protected readonly other = clashingSession;
  protected readonly section = sectionOf;

  protected when({ startsAt, endsAt }: { startsAt: string; endsAt: string }): string {
    const { timeZone } = this.form();
    return `${this.formats.shortDay(startsAt, timeZone)}, ${this.formats.timeRange(startsAt, endsAt, timeZone)}`;
  }

  protected goTo(section: string): void {
    const heading = this.document.getElementById(section);
    heading?.setAttribute('tabindex', '-1');
    heading?.focus();
    heading?.scrollIntoView({ block: 'start' });
  }
}

import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { Conflict } from '@reihe/shared-planning';
import {
  AnswerStates,
  clashingSession,
  conflictWords,
  HolidaySource,
  lastAnswer,
  ownTimeZone,
} from '@reihe/admin-ui';
import {
  ConflictsClient,
  OutboxClient,
  RecapDeskClient,
  RecapsClient,
  SessionsClient,
  StaffAccess,
} from '@reihe/web-data-access';
import { Formats } from '@reihe/web-platform';
import { EmptyState } from '@reihe/web-ui';
import {
  CONFLICTS_WITHIN_DAYS,
  draftSessions,
  heldWithoutRecap,
  mailNeedsMe,
  notAppeared,
  recapErrands,
  sessionsNotReady,
  sessionsThatClash,
  withWaitingList,
} from './errands';

/** As many of each as the API gives at once: who has more to do than that is not helped by a longer list. */
const MANY = 100;

/** What needs whoever is signed in, each with the way to it. Asked for only where the account may see it. */
@Component({
  selector: 'reihe-today-page',
  imports: [AnswerStates, EmptyState, HolidaySource, RouterLink],
  templateUrl: './today-page.html',
  styleUrl: './today-page.css',
})
export class TodayPage {
  private readonly access = inject(StaffAccess);
  private readonly sessions = inject(SessionsClient);
  private readonly recaps = inject(RecapsClient);
  private readonly formats = inject(Formats);
  private readonly now = new Date();

  protected readonly published = this.sessions.list(() => ({ state: 'published', pageSize: MANY }));
  private readonly held = this.sessions.list(() => ({ state: 'held', pageSize: MANY }));
  private readonly drafts = this.sessions.list(() => ({ state: 'draft', pageSize: MANY }));
  private readonly reviews = this.recaps.list(() => ({ state: 'in-review', pageSize: MANY }));
  private readonly recapDrafts = this.recaps.list(() => ({ state: 'draft', pageSize: MANY }));
  private readonly scheduled = inject(RecapDeskClient).cards(() => ({ state: 'scheduled', pageSize: MANY }));
  private readonly conflicts = inject(ConflictsClient).list(() =>
    this.access.may('programme.write') ? { days: CONFLICTS_WITHIN_DAYS } : null,
  );
  private readonly outbox = inject(OutboxClient).status(() => this.access.may('outbox.read'));

  protected readonly publishedAnswer = lastAnswer(this.published);
  private readonly heldAnswer = lastAnswer(this.held);
  private readonly draftsAnswer = lastAnswer(this.drafts);
  private readonly reviewsAnswer = lastAnswer(this.reviews);
  private readonly recapDraftsAnswer = lastAnswer(this.recapDrafts);
  private readonly scheduledAnswer = lastAnswer(this.scheduled);
  private readonly conflictsAnswer = lastAnswer(this.conflicts);
  protected readonly outboxAnswer = lastAnswer(this.outbox);

  protected readonly name = computed(() => this.access.me()?.name ?? '');
  protected readonly day = computed(() =>
    this.formats.date(this.now.toISOString(), ownTimeZone(), {
      weekday: 'long',
      day: 'numeric',
      month: 'long',
    }),
  );
  protected readonly mail = computed(() => {
    const status = this.outboxAnswer();
    return status && mailNeedsMe(status) ? status : null;
  });

  protected readonly groups = computed(() => {
    const published = this.publishedAnswer()?.items ?? [];
    const conflicts = this.conflictsAnswer() ?? [];
    return [
      {
        id: 'not-ready',
        heading: $localize`:@@figures.today.not-ready:Begin within 48 hours and are not ready`,
        errands: sessionsNotReady(conflicts),
      },
      {
        id: 'conflicts',
        heading: $localize`:@@figures.today.conflicts:Clash within the next two weeks`,
        errands: sessionsThatClash(conflicts),
      },
      {
        id: 'not-appeared',
        heading: $localize`:@@figures.today.not-appeared:Recaps that did not appear`,
        errands: notAppeared(this.scheduledAnswer()?.items ?? []),
      },
      {
        id: 'reviews',
        heading: $localize`:@@figures.today.reviews:Recaps to review`,
        errands: recapErrands(this.reviewsAnswer()?.items ?? []),
      },
      {
        id: 'recaps',
        heading: $localize`:@@figures.today.recaps:Held, but without a recap`,
        errands: heldWithoutRecap(this.heldAnswer()?.items ?? []),
      },
      {
        id: 'waiting',
        heading: $localize`:@@figures.today.waiting:People are waiting for a place`,
        errands: this.access.may('registrations.read') ? withWaitingList(published, this.now) : [],
      },
      {
        id: 'recap-drafts',
        heading: $localize`:@@figures.today.recap-drafts:Recaps in the making`,
        errands: this.access.may('recaps.write') ? recapErrands(this.recapDraftsAnswer()?.items ?? []) : [],
      },
      {
        id: 'drafts',
        heading: $localize`:@@figures.today.drafts:Sessions not published yet`,
        errands: this.access.may('programme.write') ? draftSessions(this.draftsAnswer()?.items ?? []) : [],
      },
    ].filter(({ errands }) => errands.length > 0);
  });
  private readonly asked = [
    this.published,
    this.held,
    this.drafts,
    this.reviews,
    this.recapDrafts,
    this.scheduled,
    this.conflicts,
    this.outbox,
  ];
  protected readonly failed = computed(() => this.asked.filter((one) => one.error() !== undefined));
  /** Only who knows everything can say that nothing waits. */
  protected readonly isAllKnown = computed(() =>
    this.asked.every(
      (one) => one.error() === undefined && (one.status() === 'idle' || one.value() !== undefined),
    ),
  );
  protected readonly hasHoliday = computed(() =>
    (this.conflictsAnswer() ?? []).some(({ conflicts }) => conflicts.some(({ code }) => code === 'holiday')),
  );

  /** "Another session is for the same audience at that time. (Water)" */
  protected clash(conflict: Conflict): string {
    const other = clashingSession(conflict);
    const words = conflictWords(conflict, this.formats);
    return other ? `${words} (${other.title})` : words;
  }

  protected when({ instant, timeZone }: { instant: string; timeZone: string }): string {
    const day = this.formats.shortDay(instant, timeZone);
    return `${day}, ${this.formats.time(instant, timeZone)} ${this.formats.zoneCity(timeZone)} · ${this.formats.fromNow(instant, this.now)}`;
  }
}

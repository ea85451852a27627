import { LiveAnnouncer } from '@angular/cdk/a11y';
import { Component, computed, DestroyRef, inject, signal } from '@angular/core';
import { MatDialog } from '@angular/material/dialog';
import { AnswerStates, lastAnswer, lengthWords, PeriodSteps } from '@reihe/admin-ui';
import {
  ClockQuestion,
  type MoveAnswer,
  MoveDialog,
  type MoveQuestion,
  sessionStateWords,
} from '@reihe/admin-session-form';
import { SESSIONS_PAGE_MAX, type SessionListItem } from '@reihe/shared-contracts';
import {
  addDays,
  dayStart,
  exactInstant,
  type NewTime,
  nudged,
  type Period,
  periodAround,
  resolveLocalTime,
  revisionTo,
  startingAt,
} from '@reihe/shared-policies';
import { SessionsClient, StaffAccess } from '@reihe/web-data-access';
import { Formats } from '@reihe/web-platform';
import { firstValueFrom } from 'rxjs';
import { CALENDAR_MODES, ProgrammeAddress, type CalendarMode } from '../programme-address';
import { ProgrammeNews } from '../programme-news';
import { SessionRevisions } from '../session-revisions';
import { type CalendarEntry, type Drawn, drawnTimes, type Nudge } from './calendar-entry';
import { CalendarGrid } from './calendar-grid';

/** Several presses of an arrow are one move. */
const NUDGE_PAUSE_MS = 900;

/** Wall clocks of the zone that the calendar was in; null: as it was. */
interface Moved {
  session: SessionListItem;
  zone: string;
  start: string | null;
  end: string | null;
}

type Nudged = { [K in keyof Moved]: NonNullable<Moved[K]> };

/** The programme as a calendar in any zone: drawn to another time with the pointer, or moved by keyboard. */
@Component({
  selector: 'reihe-calendar-view',
  imports: [AnswerStates, CalendarGrid, PeriodSteps],
  template: `
    <reihe-period-steps
      [heading]="heading()"
      [lengths]="modes"
      [length]="address.mode()"
      (lengthChange)="showBy($event)"
      [day]="address.day()"
      (dayChange)="address.show({ day: $event })"
      [zone]="address.zone()"
      (zoneChange)="address.show({ zone: $event })"
    />
    @if (mayWrite()) {
      <p class="hint" i18n="@@planning.calendar.hint">
        Draw a session to another time, or pull at its end. By keyboard: Alt and the arrow keys move the one
        in focus by a quarter of an hour or a day; Enter asks where to.
      </p>
    }
    <reihe-answer-states [answer]="sessions" [hasAnswer]="answer() !== undefined">
      @if (answer(); as page) {
        <p class="count" role="status">
          <ng-container i18n="@@programme.sessions.count">{page.total, plural,
            =1 {One session}
            other {{{ page.total }} sessions}
          }</ng-container>
        </p>
        @if (page.total > page.items.length) {
          <p class="notice" i18n="@@planning.timeline.cut">
            Only the first {{ page.items.length }} are shown: choose a shorter time or narrow the filters.
          </p>
        }
        @defer {
          <reihe-calendar-grid
            [entries]="entries()"
            [mode]="address.mode()"
            [day]="address.day()"
            [zone]="address.zone()"
            (opened)="open($event)"
            (drawn)="redraw($event)"
            (nudge)="nudge($event)"
          />
        } @placeholder {
          <p class="count" i18n="@@planning.calendar.loading">Loading …</p>
        } @error {
          <p class="notice" role="alert" i18n="@@planning.calendar.broken">
            The calendar could not be loaded. Reload the page to try again.
          </p>
        }
      }
    </reihe-answer-states>
  `,
  styles: `
    .hint,
    .count {
      margin: 0 0 var(--space-2xs);
      color: var(--ink-soft);
    }
    .hint {
      max-inline-size: none;
      font-size: var(--step--1);
    }
    /* There it is a list: nothing can be drawn. */
    @media (width < 40rem) {
      .hint {
        display: none;
      }
    }
  `,
})
export class CalendarView {
  private readonly formats = inject(Formats);
  private readonly revisions = inject(SessionRevisions);
  private readonly clock = inject(ClockQuestion);
  private readonly dialogs = inject(MatDialog);
  private readonly announcer = inject(LiveAnnouncer);
  private readonly access = inject(StaffAccess);
  protected readonly address = inject(ProgrammeAddress);

  protected readonly mayWrite = computed(() => this.access.may('programme.write'));
  protected readonly modes = CALENDAR_MODES.map((value) => ({ value, words: lengthWords(value) }));
  private readonly period = computed(() => periodAround(this.address.day(), this.address.mode()));
  protected readonly heading = computed(() => this.headingOf(this.period()));

  protected readonly sessions = inject(SessionsClient).list(() => {
    const [{ from, to }, zone] = [wholeWeeks(this.period(), this.address.mode()), this.address.zone()];
    return {
      ...this.address.within(dayStart(from, zone), dayStart(to, zone)),
      pageSize: SESSIONS_PAGE_MAX,
    };
  });
  protected readonly answer = lastAnswer(this.sessions);
  /** Not saved yet. */
  private readonly nudged = signal<Nudged | null>(null);
  /** On its way to be saved. */
  private sent: Nudged | null = null;
  private pause: ReturnType<typeof setTimeout> | undefined;

  protected readonly entries = computed<CalendarEntry[]>(() => {
    const [zone, moving, mayWrite] = [this.address.zone(), this.nudged(), this.mayWrite()];
    return (this.answer()?.items ?? []).map((listed) => {
      const session = this.revisions.latest(listed);
      const isMoving = moving?.session.id === session.id && moving.zone === zone;
      return {
        session,
        ...(isMoving ? { start: moving.start, end: moving.end } : drawnTimes(session, zone)),
        words: this.words(session, zone),
        isMovable: mayWrite && (session.state === 'draft' || session.state === 'published'),
      };
    });
  });

  constructor() {
    inject(ProgrammeNews).readAgain(() => this.sessions.reload());
    inject(DestroyRef).onDestroy(() => {
      void this.saveNudge();
    });
  }

  protected showBy(mode: string): void {
    this.address.show({ mode: mode === 'month' ? '' : mode });
  }

  protected async open(entry: CalendarEntry): Promise<void> {
    const zone = this.address.zone();
    const dialog = this.dialogs.open<MoveDialog, MoveQuestion, MoveAnswer>(MoveDialog, {
      data: { ...entry, zone },
      maxWidth: '36rem',
    });
    const answer = await firstValueFrom(dialog.afterClosed(), { defaultValue: undefined });
    if (!answer) return;
    const end = answer.end === entry.end ? null : answer.end;
    const start = answer.start === entry.start ? null : answer.start;
    await this.move({ session: entry.session, zone, start, end });
  }

  protected async redraw({ session, start, end, takeBack }: Drawn): Promise<void> {
    const zone = this.address.zone();
    if (!(await this.move({ session, zone, start: end === null ? start : null, end }))) takeBack();
  }

  protected nudge({ session, minutes }: Nudge): void {
    let from = this.nudged();
    if (from?.session.id !== session.id) {
      void this.saveNudge();
      const zone = this.address.zone();
      from = { session, zone, ...drawnTimes(session, zone) };
    }
    const to = { ...from, start: nudged(from.start, minutes), end: nudged(from.end, minutes) };
    this.nudged.set(to);
    const day = this.formats.date(`${to.start}:00Z`, 'UTC', {
      weekday: 'long',
      day: 'numeric',
      month: 'long',
    });
    void this.announcer.announce(`${day}, ${to.start.slice(11)}`, 'assertive');
    clearTimeout(this.pause);
    this.pause = setTimeout(() => void this.saveNudge(), NUDGE_PAUSE_MS);
  }

  private async saveNudge(): Promise<void> {
    clearTimeout(this.pause);
    const moving = this.nudged();
    if (!moving || moving === this.sent) return;
    this.sent = moving;
    await this.move({ ...moving, end: null });
    if (this.nudged() === moving) this.nudged.set(null);
  }

  /** Wall clocks of the zone; null keeps the start, or the length. False: it stays where it was. */
  private async move({ session, zone, start, end }: Moved): Promise<boolean> {
    let time: NewTime = { startsAt: session.startsAt, endsAt: session.endsAt };
    if (start !== null) {
      const instant = await this.meant(start, zone);
      if (!instant) return false;
      time = startingAt(time, instant);
    }
    if (end !== null) {
      const instant = await this.meant(end, zone);
      if (!instant) return false;
      time = { ...time, endsAt: instant.toISOString() };
    }
    return (await this.revisions.revise(session, revisionTo(session, time))) === 'saved';
  }

  /** Asks where a wall clock does not exist, or exists twice; null where that is not answered. */
  private async meant(local: string, zone: string): Promise<Date | null> {
    const exact = exactInstant(local, zone);
    if (exact) return exact;
    const answer = await this.clock.put({ startsLocal: local, endsLocal: local, timeZone: zone });
    if (answer === null) return null;
    if (answer.kind === 'moved') return this.meant(answer.startsLocal, zone);
    const chosen = resolveLocalTime(local, zone, answer.choice);
    return chosen.kind === 'exact' ? chosen.instant : null;
  }

  private words(session: SessionListItem, zone: string): string {
    const when = `${this.formats.longDay(session.startsAt, zone)}, ${this.formats.timeRange(session.startsAt, session.endsAt, zone)}`;
    return `${session.title}, ${when}, ${sessionStateWords(session.state)}, ${session.seriesTitle}`;
  }

  private headingOf({ from, to }: Period): string {
    const noon = (day: string) => `${day}T12:00:00Z`;
    switch (this.address.mode()) {
      case 'month':
        return this.formats.date(noon(from), 'UTC', { month: 'long', year: 'numeric' });
      case 'week':
        return `${this.formats.date(noon(from), 'UTC', { day: 'numeric', month: 'short' })} – ${this.formats.date(
          noon(addDays(to, -1)),
          'UTC',
          { day: 'numeric', month: 'short', year: 'numeric' },
        )}`;
      case 'day':
        return this.formats.longDay(noon(from), 'UTC');
    }
  }
}

/** A month is drawn in whole weeks. */
function wholeWeeks(period: Period, mode: CalendarMode): Period {
  if (mode !== 'month') return period;
  return {
    from: periodAround(period.from, 'week').from,
    to: periodAround(addDays(period.to, -1), 'week').to,
  };
}

import { Component, computed, DestroyRef, ElementRef, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { AnswerStates, lastAnswer, lengthWords, PeriodSteps } from '@reihe/admin-ui';
import { sessionStateWords } from '@reihe/admin-session-form';
import { SESSION_STATES, SESSIONS_PAGE_MAX, type SessionListItem } from '@reihe/shared-contracts';
import { addDays, dayStart, periodAround } from '@reihe/shared-policies';
import { SessionsClient } from '@reihe/web-data-access';
import { Formats, sessionKindWords } from '@reihe/web-platform';
import { EmptyState } from '@reihe/web-ui';
import { ProgrammeAddress, TIMELINE_ZOOMS } from '../programme-address';
import { ProgrammeNews } from '../programme-news';
import { linesOf, placeOf, ticksOf } from './timeline-layout';

const LANE_REM = 1.75;
const WIDE_AXIS_PX = 900;
const LEAST_AXIS_PX = 200;
/** What stands beside the axis: names of the series and a margin. */
const NAMES_PX = 270;

/** Sessions along the time, a line for each series: how dense a series is, where it rests, what has passed. */
@Component({
  selector: 'reihe-timeline-view',
  imports: [AnswerStates, EmptyState, PeriodSteps, RouterLink],
  templateUrl: './timeline-view.html',
  styleUrl: './timeline-view.css',
  host: { style: 'display: block' },
})
export class TimelineView {
  private readonly formats = inject(Formats);
  protected readonly address = inject(ProgrammeAddress);

  protected readonly zooms = TIMELINE_ZOOMS.map((value) => ({ value, words: lengthWords(value) }));
  protected readonly states = SESSION_STATES.map((value) => ({ value, words: sessionStateWords(value) }));
  protected readonly period = computed(() => periodAround(this.address.day(), this.address.zoom()));
  protected readonly heading = computed(() => {
    const { from, to } = this.period();
    if (this.address.zoom() === 'year') return from.slice(0, 4);
    return this.formats.period(from, addDays(to, -1));
  });

  private readonly axisPx = signal(WIDE_AXIS_PX);
  protected readonly sessions = inject(SessionsClient).list(() => {
    const [{ from, to }, zone] = [this.period(), this.address.zone()];
    return {
      ...this.address.within(dayStart(from, zone), dayStart(to, zone)),
      pageSize: SESSIONS_PAGE_MAX,
    };
  });
  protected readonly answer = lastAnswer(this.sessions);
  protected readonly lines = computed(() =>
    linesOf(this.answer()?.items ?? [], this.period(), this.address.zone(), this.axisPx()).map((line) => ({
      ...line,
      height: `${line.lanes * LANE_REM}rem`,
      marks: line.marks.map((mark) => ({
        ...mark,
        left: `${mark.at * 100}%`,
        top: `${mark.lane * LANE_REM}rem`,
        words: this.words(mark.session),
      })),
    })),
  );
  protected readonly ticks = computed(() =>
    ticksOf(this.period(), this.address.zone()).map(({ day, at }) => ({
      day,
      left: `${at * 100}%`,
      words: this.formats.date(
        `${day}T12:00:00Z`,
        'UTC',
        this.address.zoom() === 'year' ? { month: 'short' } : { day: 'numeric', month: 'short' },
      ),
    })),
  );
  /** Null where today is not in what is shown. */
  protected readonly todayAt = computed(() => {
    const at = placeOf(new Date().toISOString(), this.period(), this.address.zone());
    return at >= 0 && at <= 1 ? `${at * 100}%` : null;
  });

  constructor() {
    this.followWidth(inject<ElementRef<HTMLElement>>(ElementRef).nativeElement);
    inject(ProgrammeNews).readAgain(() => this.sessions.reload());
  }

  protected zoomTo(zoom: string): void {
    this.address.show({ zoom: zoom === 'quarter' ? '' : zoom });
  }

  private followWidth(host: HTMLElement): void {
    // Where nothing is laid out (a spec), nothing is measured.
    if (typeof ResizeObserver === 'undefined') return;
    const observer = new ResizeObserver(([entry]) => {
      this.axisPx.set(Math.max(LEAST_AXIS_PX, (entry?.contentRect.width ?? WIDE_AXIS_PX) - NAMES_PX));
    });
    observer.observe(host);
    inject(DestroyRef).onDestroy(() => {
      observer.disconnect();
    });
  }

  private words(session: SessionListItem) {
    const zone = this.address.zone();
    const day = this.formats.shortDay(session.startsAt, zone);
    return {
      when: `${day}, ${this.formats.timeRange(session.startsAt, session.endsAt, zone)}`,
      what: `${sessionKindWords(session.kind)}, ${sessionStateWords(session.state)}`,
    };
  }
}

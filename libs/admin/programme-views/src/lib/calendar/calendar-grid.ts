import { BreakpointObserver } from '@angular/cdk/layout';
import {
  Component,
  computed,
  DOCUMENT,
  effect,
  ElementRef,
  inject,
  input,
  linkedSignal,
  output,
  signal,
  ViewEncapsulation,
} from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import {
  type CalendarOptions,
  type EventDisplayInfo,
  FullCalendarModule,
  type MountInfo,
} from '@fullcalendar/angular';
import dayGrid from '@fullcalendar/angular/daygrid';
import interaction from '@fullcalendar/angular/interaction';
import list from '@fullcalendar/angular/list';
import theme from '@fullcalendar/angular/themes/classic';
import timeGrid from '@fullcalendar/angular/timegrid';
import { localOf } from '@reihe/admin-session-form';
import { LANGUAGE } from '@reihe/web-platform';
import german from 'fullcalendar/locales/de';
import english from 'fullcalendar/locales/en-gb';
import type { CalendarMode } from '../programme-address';
import type { CalendarEntry, Drawn, Nudge } from './calendar-entry';

const VIEWS = { month: 'dayGridMonth', week: 'timeGridWeek', day: 'timeGridDay' } as const;
/** Seven days beside each other leave no room for a title on a phone. */
const NARROW_VIEWS = { ...VIEWS, month: 'listMonth', week: 'listWeek' } as const;
/** Of the dot in a list; the box around it is drawn by the style sheet. */
const COLOURS = {
  draft: 'var(--wait-ink)',
  published: 'var(--go-ink)',
  held: 'var(--line-strong)',
  cancelled: 'var(--coral)',
} as const;
const NARROW = '(width < 40rem)';
/** A day in hours begins at the morning; the night is scrolled to. In a height of its own, which the page has not on a phone. */
const HOURS = { height: '75dvh', scrollTime: '07:00' } as const;
/** FullCalendar draws by itself, soon after it is told. */
const AFTER_DRAWING_MS = 50;
const STEP_MINUTES = 15;
const DAY_MINUTES = 24 * 60;
/** Minutes by which Alt and an arrow move the entry that has the focus. */
const NUDGES: Readonly<Record<string, number>> = {
  ArrowUp: -STEP_MINUTES,
  ArrowDown: STEP_MINUTES,
  ArrowLeft: -DAY_MINUTES,
  ArrowRight: DAY_MINUTES,
};

/**
 * FullCalendar around the programme. It is told wall clocks as if they were UTC, and tells them back: what a wall clock means in
 * a zone is decided by Reihe alone, which asks where it means nothing or two things.
 */
@Component({
  selector: 'reihe-calendar-grid',
  imports: [FullCalendarModule],
  template: `
    @for (shown of [view() + day() + zone()]; track shown) {
      <full-calendar [options]="options()" [events]="events()" />
    }
  `,
  styleUrl: './calendar-grid.css',
  encapsulation: ViewEncapsulation.None,
  host: { '(focusin)': 'keepFocus($event)', '(focusout)': 'letGo($event)' },
})
export class CalendarGrid {
  readonly entries = input.required<readonly CalendarEntry[]>();
  readonly mode = input.required<CalendarMode>();
  readonly day = input.required<string>();
  readonly zone = input.required<string>();
  readonly opened = output<CalendarEntry>();
  readonly drawn = output<Drawn>();
  readonly nudge = output<Nudge>();

  private readonly language = inject(LANGUAGE);
  private readonly document = inject(DOCUMENT);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  private readonly narrow = toSignal(inject(BreakpointObserver).observe(NARROW));
  private focused: string | null = null;

  private readonly isNarrow = computed(() => this.narrow()?.matches ?? false);
  protected readonly view = computed(() => (this.isNarrow() ? NARROW_VIEWS : VIEWS)[this.mode()]);
  private readonly isDrawing = signal(false);
  /** While one is drawn the others keep still: FullCalendar lets go of what it draws anew. */
  private readonly shown = linkedSignal<readonly CalendarEntry[], readonly CalendarEntry[]>({
    source: () => this.entries(),
    computation: (entries, before) => (this.isDrawing() && before ? before.value : entries),
  });
  protected readonly events = computed(() =>
    this.shown().map(({ session, start, end, isMovable }) => ({
      id: session.id,
      title: session.title,
      start: `${start}:00Z`,
      end: `${end}:00Z`,
      editable: isMovable,
      color: COLOURS[session.state],
      className: `session-entry session-${session.state}`,
    })),
  );
  protected readonly options = computed<CalendarOptions>(() => ({
    plugins: [theme, dayGrid, timeGrid, list, interaction],
    initialView: this.view(),
    initialDate: this.day(),
    headerToolbar: false,
    ...(this.mode() === 'month' || this.isNarrow() ? { height: 'auto' } : HOURS),
    locales: [english, german],
    locale: this.language === 'de' ? 'de' : 'en-gb',
    timeZone: 'UTC',
    now: () => `${localOf(new Date().toISOString(), this.zone())}:00Z`,
    firstDay: 1,
    fixedWeekCount: false,
    allDaySlot: false,
    nowIndicator: true,
    slotDuration: '00:30',
    snapDuration: '00:15',
    eventTimeFormat: { hour: '2-digit', minute: '2-digit', hour12: false },
    slotHeaderFormat: { hour: '2-digit', minute: '2-digit', hour12: false },
    eventInteractive: true,
    defaultTimedEventDuration: '01:00',
    eventClick: ({ event, jsEvent }) => {
      jsEvent.preventDefault();
      const entry = this.entryOf(event.id);
      if (entry) this.opened.emit(entry);
    },
    eventDragStart: this.drawing(true),
    eventDragStop: this.drawing(false),
    eventResizeStart: this.drawing(true),
    eventResizeStop: this.drawing(false),
    eventDrop: ({ event: { id, startStr }, revert }) => {
      this.redraw(id, { start: local(startStr), end: null, takeBack: revert });
    },
    eventResize: ({ event: { id, startStr, endStr }, revert }) => {
      this.redraw(id, { start: local(startStr), end: local(endStr), takeBack: revert });
    },
    dayHeaderDidMount: ({ el }) => {
      // Said by the header's label, but hidden from who reads: a header without words is none.
      for (const hidden of el.querySelectorAll('[aria-hidden]')) hidden.removeAttribute('aria-hidden');
    },
    eventDidMount: (info) => {
      this.describe(info);
    },
  }));

  constructor() {
    // What stayed on the page has new words by now; what is drawn anew at another place has lost the focus that it had.
    effect((onCleanup) => {
      this.entries();
      this.options();
      const later = setTimeout(() => {
        for (const entry of this.entries()) this.placeOf(entry)?.setAttribute('aria-label', entry.words);
        this.nameRows();
        this.nameHours();
        this.giveBackFocus();
      }, AFTER_DRAWING_MS);
      onCleanup(() => {
        clearTimeout(later);
      });
    });
  }

  protected keepFocus({ target }: FocusEvent): void {
    this.focused = target instanceof HTMLElement ? (target.dataset['session'] ?? null) : null;
  }

  protected letGo({ relatedTarget }: FocusEvent): void {
    if (relatedTarget !== null) this.focused = null;
  }

  private drawing(isDrawing: boolean): () => void {
    return () => {
      this.isDrawing.set(isDrawing);
    };
  }

  private redraw(id: string, drawn: Omit<Drawn, 'session'>): void {
    const session = this.entryOf(id)?.session;
    if (session) this.drawn.emit({ session, ...drawn });
  }

  private describe({ event, el }: MountInfo<EventDisplayInfo>): void {
    const entry = this.entryOf(event.id);
    const target = el.matches('[tabindex], a[href], button')
      ? el
      : (el.querySelector<HTMLElement>('[tabindex], a, button') ?? el);
    target.dataset['session'] = event.id;
    if (!entry) return;
    target.setAttribute('aria-label', entry.words);
    if (!entry.isMovable) return;
    target.setAttribute('aria-keyshortcuts', 'Alt+ArrowUp Alt+ArrowDown Alt+ArrowLeft Alt+ArrowRight');
    target.addEventListener('keydown', (pressed) => {
      const minutes = pressed.altKey ? NUDGES[pressed.key] : undefined;
      const current = this.entryOf(event.id);
      if (minutes === undefined || !current) return;
      pressed.preventDefault();
      pressed.stopPropagation();
      this.nudge.emit({ session: current.session, minutes });
    });
  }

  /** The row of the hours has a label and no words: a header without words is none. */
  private nameRows(): void {
    for (const header of this.host.nativeElement.querySelectorAll('[role=rowheader][aria-label]:empty')) {
      const words = this.document.createElement('span');
      words.className = 'visually-hidden';
      words.textContent = header.getAttribute('aria-label');
      header.append(words);
    }
  }

  /** What scrolls is reached by keyboard and has a name. It takes the role of what is around it: rows may stand in no other. */
  private nameHours(): void {
    const hours = [
      ...this.host.nativeElement.querySelectorAll<HTMLElement>('[role=rowgroup] > :not([role])'),
    ];
    for (const scroller of hours.filter(({ scrollHeight, clientHeight }) => scrollHeight > clientHeight)) {
      scroller.parentElement?.setAttribute('role', 'none');
      scroller.setAttribute('role', 'rowgroup');
      scroller.setAttribute('aria-label', $localize`:@@planning.calendar.hours:Hours, to be scrolled`);
      scroller.tabIndex = 0;
    }
  }

  private giveBackFocus(): void {
    const entry = this.focused === null ? undefined : this.entryOf(this.focused);
    const place = entry && this.placeOf(entry);
    if (this.document.activeElement === this.document.body) place?.focus();
    else if (place === this.document.activeElement) place?.scrollIntoView({ block: 'nearest' });
  }

  private placeOf({ session }: CalendarEntry): HTMLElement | null {
    return this.host.nativeElement.querySelector<HTMLElement>(`[data-session="${session.id}"]`);
  }

  private entryOf(id: string): CalendarEntry | undefined {
    return this.entries().find(({ session }) => session.id === id);
  }
}

function local(text: string): string {
  return text.length > 10 ? text.slice(0, 16) : `${text}T00:00`;
}

import { Component, input, output } from '@angular/core';
import type { CalendarEntry, Drawn, Nudge } from '../calendar/calendar-entry';

/** In place of FullCalendar, which draws nothing without a layout: what is told to it, and what it can tell. */
@Component({
  selector: 'reihe-calendar-grid',
  template: `
    @for (entry of entries(); track entry.session.id) {
      <button type="button" [attr.aria-label]="entry.words" (click)="opened.emit(entry)">
        {{ entry.start }} {{ entry.end }}
      </button>
    }
  `,
})
export class CalendarGrid {
  readonly entries = input.required<readonly CalendarEntry[]>();
  readonly mode = input.required<string>();
  readonly day = input.required<string>();
  readonly zone = input.required<string>();
  readonly opened = output<CalendarEntry>();
  readonly drawn = output<Drawn>();
  readonly nudge = output<Nudge>();
}

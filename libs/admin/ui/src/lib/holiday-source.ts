import { Component } from '@angular/core';

/** Whose data names the holidays, as its licence asks: beside every list that names one (ADR 14). */
@Component({
  selector: 'reihe-holiday-source',
  template: `
    <small i18n="@@admin.holidays.source">
      Public holidays: date-holidays (data CC BY-SA 3.0, from Wikipedia).
    </small>
  `,
  styles: `
    small {
      color: var(--ink-soft);
    }
  `,
})
export class HolidaySource {}

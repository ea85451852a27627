import { inject, LOCALE_ID } from '@angular/core';

/** Day and time in the staff member's own zone; to be called where a component is made. */
export function momentFormat(): (instant: string) => string {
  const format = new Intl.DateTimeFormat(inject(LOCALE_ID), { dateStyle: 'medium', timeStyle: 'short' });
  return (instant) => format.format(new Date(instant));
}

import { inject, Service } from '@angular/core';
import { Formats } from '@reihe/web-platform';

const CLOCK = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;

/** When something happened, in the zone of whoever looks at it. Instants are ISO 8601. */
@Service()
export class Moments {
  private readonly formats = inject(Formats);
  readonly ownZone = ownTimeZone();

  /** "3 Jun 2020, 15:00" */
  when(instant: string): string {
    return this.formats.date(instant, this.ownZone, {
      day: 'numeric',
      month: 'short',
      year: 'numeric',
      ...CLOCK,
    });
  }

  /** "15:00:30" */
  second(instant: string): string {
    return this.formats.date(instant, this.ownZone, { ...CLOCK, second: '2-digit' });
  }

  /** "15:00" */
  time(moment: Date): string {
    return this.formats.time(moment.toISOString(), this.ownZone);
  }
}

/** IANA name, as the browser says. */
export function ownTimeZone(): string {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone;
}

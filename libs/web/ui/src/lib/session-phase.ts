import { Component, computed, inject, input } from '@angular/core';
import type { RegistrationPhase, SeatView } from '@reihe/shared-contracts';
import { Formats, ReaderClock } from '@reihe/web-platform';
import { StateBadge, type StateTone } from './state-badge';

const TONES: Record<RegistrationPhase, StateTone> = {
  'not-yet-open': 'quiet',
  open: 'go',
  few: 'hurry',
  'waiting-list': 'wait',
  full: 'quiet',
  closed: 'quiet',
  running: 'go',
  held: 'quiet',
  cancelled: 'stop',
};

/** What one can do about a session now, in words. */
@Component({
  selector: 'reihe-session-phase',
  imports: [StateBadge],
  template: `<reihe-state-badge [tone]="tone()">{{ words() }}</reihe-state-badge>`,
})
export class SessionPhase {
  readonly seats = input.required<SeatView>();
  /** The host's IANA zone, in which the opening day is told until the reader's is known. */
  readonly timeZone = input.required<string>();

  private readonly formats = inject(Formats);
  private readonly clock = inject(ReaderClock);

  protected readonly tone = computed(() => TONES[this.seats().phase]);
  protected readonly words = computed(() => {
    const { opensAt } = this.seats();
    const zone = this.clock.timeZone() ?? this.timeZone();
    return phaseWords(
      this.seats(),
      opensAt === null ? null : this.formats.date(opensAt, zone, { day: 'numeric', month: 'long' }),
    );
  });
}

/** Not by ICU in the template: pages with them cannot be taken over by the browser. */
function phaseWords({ phase, placesLeft }: SeatView, opensOn: string | null): string {
  switch (phase) {
    case 'not-yet-open':
      return opensOn === null
        ? $localize`:@@web.phase.not-yet-open:Registration is not open yet`
        : $localize`:@@web.phase.opens-on:Registration opens on ${opensOn}:day:`;
    case 'open':
      if (placesLeft === null) return $localize`:@@web.phase.open:Open for registration`;
      return placesLeft === 1
        ? $localize`:@@web.phase.open-one-place:Open, one place left`
        : $localize`:@@web.phase.open-places:Open, ${placesLeft}:places: places left`;
    case 'few':
      return placesLeft === 1
        ? $localize`:@@web.phase.one-place:Only one place left`
        : $localize`:@@web.phase.few:Only ${placesLeft}:places: places left`;
    case 'waiting-list':
      return $localize`:@@web.phase.waiting-list:Full, with a waiting list`;
    case 'full':
      return $localize`:@@web.phase.full:Full`;
    case 'closed':
      return $localize`:@@web.phase.closed:Registration closed`;
    case 'running':
      return $localize`:@@web.phase.running:Running now`;
    case 'held':
      return $localize`:@@web.phase.held:Held`;
    case 'cancelled':
      return $localize`:@@web.phase.cancelled:Cancelled`;
  }
}

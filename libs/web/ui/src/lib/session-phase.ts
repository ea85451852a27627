import { Component, computed, inject, input } from '@angular/core';
import type { RegistrationPhase, SeatView } from '@reihe/shared-contracts';
import { Formats, ReaderClock } from '@reihe/web-platform';
import { StateBadge, type StateTone } from './state-badge';

const TONES: Record<RegistrationPhase, StateTone> = {
  'not-yet-open': 'quiet',
  open: 'go',
  few: 'hurry',
  'waiting-list': 'wait',
  closed: 'quiet',
  running: 'go',
  held: 'quiet',
  cancelled: 'stop',
};

/** What one can do about a session now, in words. */
@Component({
  selector: 'reihe-session-phase',
  imports: [StateBadge],
  template: `
    <reihe-state-badge [tone]="tone()">
      @switch (seats().phase) {
        @case ('not-yet-open') {
          @if (opensOn(); as day) {
            <span i18n="@@web.phase.opens-on">Registration opens on {{ day }}</span>
          } @else {
            <span i18n="@@web.phase.not-yet-open">Registration is not open yet</span>
          }
        }
        @case ('open') {
          @if (seats().placesLeft === null) {
            <span i18n="@@web.phase.open">Open for registration</span>
          } @else {
            <span i18n="@@web.phase.open-places">{seats().placesLeft, plural,
              =1 {Open, one place left}
              other {Open, {{ seats().placesLeft }} places left}
            }</span>
          }
        }
        @case ('few') {
          <span i18n="@@web.phase.few">{seats().placesLeft, plural,
            =1 {Only one place left}
            other {Only {{ seats().placesLeft }} places left}
          }</span>
        }
        @case ('waiting-list') {
          <span i18n="@@web.phase.waiting-list">Full, with a waiting list</span>
        }
        @case ('closed') {
          <span i18n="@@web.phase.closed">Registration closed</span>
        }
        @case ('running') {
          <span i18n="@@web.phase.running">Running now</span>
        }
        @case ('held') {
          <span i18n="@@web.phase.held">Held</span>
        }
        @case ('cancelled') {
          <span i18n="@@web.phase.cancelled">Cancelled</span>
        }
      }
    </reihe-state-badge>
  `,
})
export class SessionPhase {
  readonly seats = input.required<SeatView>();
  /** The host's IANA zone, in which the opening day is told until the reader's is known. */
  readonly timeZone = input.required<string>();

  private readonly formats = inject(Formats);
  private readonly clock = inject(ReaderClock);

  protected readonly tone = computed(() => TONES[this.seats().phase]);
  protected readonly opensOn = computed(() => {
    const opensAt = this.seats().opensAt;
    return opensAt === null ? null : this.formats.day(opensAt, this.clock.timeZone() ?? this.timeZone());
  });
}

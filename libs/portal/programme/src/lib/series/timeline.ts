import { Component, computed, inject, input, linkedSignal, output } from '@angular/core';
import type { SessionTeaser } from '@reihe/shared-contracts';
import { canRegister } from '@reihe/shared-policies';
import { Formats, ReaderClock } from '@reihe/web-platform';
import { SessionEntry } from '../session-entry';

interface Stop {
  session: SessionTeaser;
  canTick: boolean;
  /** True where today lies right before this session. */
  isAfterToday: boolean;
}

/** Past and coming sessions in one flow, with a mark for today, in a plain form that registers for all that are ticked. */
@Component({
  selector: 'reihe-timeline',
  imports: [SessionEntry],
  templateUrl: './timeline.html',
  styleUrl: './timeline.css',
})
export class Timeline {
  /** By start. */
  readonly sessions = input.required<readonly SessionTeaser[]>();
  /** False where sessions before these are on another window. */
  readonly isFirst = input(true);
  /** Path of the registration page, language included. */
  readonly address = input.required<string>();
  /** In the browser: the slugs to register for, instead of a new page. */
  readonly register = output<string[]>();

  private readonly formats = inject(Formats);
  private readonly clock = inject(ReaderClock);

  /** Ticks outlive a filter: who narrows the list loses nothing. */
  private readonly ticked = linkedSignal<readonly SessionTeaser[], ReadonlySet<string>>({
    source: this.sessions,
    computation: (_, before) => before?.value ?? new Set(),
  });

  protected readonly hasTicks = computed(() => this.ticked().size > 0);
  protected readonly ticks = computed(() => {
    const count = this.ticked().size;
    if (count === 0) return $localize`:@@programme.ticked-none:Tick the sessions you want to join.`;
    return count === 1
      ? $localize`:@@programme.ticked-one:One session ticked`
      : $localize`:@@programme.ticked:${count}:count: sessions ticked`;
  });
  protected readonly canTickAny = computed(() => this.stops().some(({ canTick }) => canTick));
  protected readonly today = computed(() => {
    const zone = this.clock.timeZone() ?? this.sessions()[0]?.timeZone ?? 'UTC';
    return this.formats.longDay(this.clock.now().toISOString(), zone);
  });

  protected readonly stops = computed((): Stop[] => {
    const now = this.clock.now().getTime();
    const sessions = this.sessions();
    const next = sessions.findIndex(({ endsAt }) => new Date(endsAt).getTime() > now);
    return sessions.map((session, at) => ({
      session,
      canTick: canRegister(session.seats.phase),
      // Only between past and coming: a series that is all over, or all ahead, needs no mark.
      isAfterToday: at === next && (at > 0 || !this.isFirst()),
    }));
  });

  protected isTicked(slug: string): boolean {
    return this.ticked().has(slug);
  }

  protected tick(slug: string, event: Event): void {
    const ticked = new Set(this.ticked());
    if ((event.target as HTMLInputElement).checked) ticked.add(slug);
    else ticked.delete(slug);
    this.ticked.set(ticked);
  }

  protected submit(event: Event): void {
    event.preventDefault();
    this.register.emit([...this.ticked()]);
  }
}

import { Injectable } from '@nestjs/common';
import { Clock } from '@reihe/api-platform';
import type { WantedSession } from './registration-facts';
import type { SeatState } from './registrations.repository';
import { Seats } from './seats';
import { WishesRepository } from './wishes.repository';

/** Sessions that somebody asks for: locked, and counted under the lock. */
@Injectable()
export class WantedSessions {
  constructor(
    private readonly wishes: WishesRepository,
    private readonly seats: Seats,
    private readonly clock: Clock,
  ) {}

  /**
   * Holds that are over end first; what they held goes to those who wait, not to who comes now. What the public may not see is left
   * out. One round trip, the locks first: whatever is asked for together with this, after it, stands behind them.
   */
  async lock(slugs: readonly string[]): Promise<WantedSession[]> {
    const now = this.clock.now();
    const wanted = [...new Set(slugs)];
    const [sessions, states] = await Promise.all([
      this.wishes.lockWanted(wanted),
      this.wishes.countWanted(wanted, now),
    ]);
    const lapsed = new Set(states.filter((state) => state.lapsed > 0).map(({ sessionId }) => sessionId));
    if (lapsed.size > 0) {
      await this.seats.endHolds(
        sessions.filter(({ id }) => lapsed.has(id)),
        now,
      );
    }
    const counts = lapsed.size > 0 ? await this.wishes.countWanted(wanted, now) : states;
    return counted(sessions, counts);
  }

  /**
   * The same sessions without a lock, for preparing everything before there is one, with the rules that were seen. null: something is
   * to be done under the lock first, or who gets what depends on more than the seats.
   */
  async see(
    slugs: readonly string[],
  ): Promise<{ sessions: WantedSession[]; rules: Map<string, string> } | null> {
    const wanted = [...new Set(slugs)];
    const [sessions, states] = await Promise.all([
      this.wishes.seeWanted(wanted),
      this.wishes.countWanted(wanted, this.clock.now()),
    ]);
    if (states.some(({ lapsed }) => lapsed > 0) || !sessions.every(isFirstComeFirstServed)) return null;
    const rules = new Map(states.map((state) => [state.sessionId, state.rules]));
    return { sessions: counted(sessions, states), rules };
  }
}

function counted(sessions: WantedSession[], states: readonly SeatState[]): WantedSession[] {
  return sessions.map((session) => {
    const { taken = 0, waiting = 0 } = states.find(({ sessionId }) => sessionId === session.id) ?? {};
    return { ...session, taken, waiting };
  });
}

/** With a seat held for whoever finds one, or without any limit. */
function isFirstComeFirstServed({ mode, capacity, holdMinutes }: WantedSession): boolean {
  return mode === 'open' && (capacity === null || holdMinutes > 0);
}

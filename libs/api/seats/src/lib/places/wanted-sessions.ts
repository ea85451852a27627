import { Injectable } from '@nestjs/common';
import { Clock } from '@reihe/api-platform';
import type { WantedSession } from './registration-facts';
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
    for (const session of sessions) {
      const count = counts.find(({ sessionId }) => sessionId === session.id);
      session.taken = count?.taken ?? 0;
      session.waiting = count?.waiting ?? 0;
    }
    return sessions;
  }
}

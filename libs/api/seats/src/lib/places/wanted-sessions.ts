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
   * out.
   */
  async lock(slugs: readonly string[]): Promise<WantedSession[]> {
    const now = this.clock.now();
    const sessions = await this.wishes.lockWanted([...new Set(slugs)]);
    const ids = sessions.map(({ id }) => id);
    let states = await this.wishes.seatStates(ids, now);
    const lapsed = states.filter((state) => state.lapsed > 0).map(({ sessionId }) => sessionId);
    if (lapsed.length > 0) {
      for (const session of sessions.filter(({ id }) => lapsed.includes(id))) {
        await this.seats.endHolds(session, now);
      }
      states = await this.wishes.seatStates(ids, now);
    }
    for (const session of sessions) {
      const state = states.find(({ sessionId }) => sessionId === session.id);
      session.taken = state?.taken ?? 0;
      session.waiting = state?.waiting ?? 0;
    }
    return sessions;
  }
}

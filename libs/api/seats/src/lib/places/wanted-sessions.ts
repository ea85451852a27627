import { Injectable } from '@nestjs/common';
import { Clock } from '@reihe/api-platform';
import type { WantedSession } from './registration-facts';
import { RegistrationsRepository } from './registrations.repository';
import { Seats } from './seats';
import { WishesRepository } from './wishes.repository';

/** Sessions that somebody asks for: locked, and counted under the lock. */
@Injectable()
export class WantedSessions {
  constructor(
    private readonly wishes: WishesRepository,
    private readonly registrations: RegistrationsRepository,
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
    let states = await this.registrations.seatStates(ids, now);
    const lapsed = new Set(states.filter((state) => state.lapsed > 0).map(({ sessionId }) => sessionId));
    if (lapsed.size > 0) {
      await this.seats.endHolds(
        sessions.filter(({ id }) => lapsed.has(id)),
        now,
      );
      states = await this.registrations.seatStates(ids, now);
    }
    for (const session of sessions) {
      const state = states.find(({ sessionId }) => sessionId === session.id);
      session.taken = state?.taken ?? 0;
      session.waiting = state?.waiting ?? 0;
    }
    return sessions;
  }
}

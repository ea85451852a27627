import { Injectable } from '@nestjs/common';
import { AuditTrail, Clock, type Actor, type AuditRecord } from '@reihe/api-platform';
import type { RegistrationState } from '@reihe/shared-contracts';
import { canSeatsChange, canWait, promotions, seatFor } from '@reihe/shared-policies';
import { RegistrationMail } from '../mail/registration-mail';
import type { CountedSession, LockedSession } from './registration-facts';
import { RegistrationsRepository, type EndedHold, type SeatMove } from './registrations.repository';

/** Why somebody moved up, in the log. */
export type SeatFreed = 'seat-freed' | 'capacity-raised' | 'hold-ended';

export interface SettledWish {
  id: string;
  sessionId: string;
  participantId: string;
  state: RegistrationState;
  /** Whether a seat waits for it: as read under the lock. */
  isHeld: boolean;
}

/** full: and nobody can wait there · over: the session began or was called off */
export type Approval = 'confirmed' | 'waitlisted' | 'full' | 'over';

type SeatState = SeatMove['state'];

/**
 * What happens to seats under their sessions' locks, and nowhere else: every taking, freeing, resizing and expiry goes through here, for
 * as many people at once as there are, by as many statements as for one. Callers are in a transaction.
 */
@Injectable()
export class Seats {
  constructor(
    private readonly registrations: RegistrationsRepository,
    private readonly mail: RegistrationMail,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** Locks, ends the holds that are over, and passes on what they held: from here on counts are true. */
  async lock(sessionIds: readonly string[]): Promise<LockedSession[]> {
    const { sessions, ended } = await this.lockAndEndHolds(sessionIds);
    await this.passOnEnded(ended, sessions, this.clock.now());
    return sessions;
  }

  /**
   * As lock, for who ends registrations next and passes on after that: else somebody could move up into a hold that is over, be told so,
   * and end in the same transaction.
   */
  async lockToFree(sessionIds: readonly string[]): Promise<LockedSession[]> {
    return (await this.lockAndEndHolds(sessionIds)).sessions;
  }

  private async lockAndEndHolds(
    sessionIds: readonly string[],
  ): Promise<{ sessions: LockedSession[]; ended: EndedHold[] }> {
    if (sessionIds.length === 0) return { sessions: [], ended: [] };
    const [sessions, ended] = await Promise.all([
      this.registrations.lockSessions(sessionIds),
      this.registrations.endHolds(sessionIds, this.clock.now()),
    ]);
    await this.recordEnded(ended);
    return { sessions, ended };
  }

  /** Ends the holds that are over. Under the locks. */
  async endHolds(sessions: readonly LockedSession[], now: Date): Promise<void> {
    const ended = await this.registrations.endHolds(
      sessions.map(({ id }) => id),
      now,
    );
    await this.recordEnded(ended);
    await this.passOnEnded(ended, sessions, now);
  }

  private async recordEnded(ended: readonly EndedHold[]): Promise<void> {
    await this.audit.recordAll(
      ended.map(({ id, sessionId, participantId }) => ({
        actor: { kind: 'system' },
        action: 'registration.hold-ended',
        subject: 'registration',
        subjectId: id,
        after: { sessionId, participantId },
      })),
    );
  }

  private async passOnEnded(
    ended: readonly EndedHold[],
    sessions: readonly LockedSession[],
    now: Date,
  ): Promise<void> {
    if (ended.length === 0) return;
    const freed = new Set(ended.map(({ sessionId }) => sessionId));
    await this.passOn(
      sessions.filter(({ id }) => freed.has(id)),
      'hold-ended',
      now,
    );
  }

  /**
   * As many as fit move up, longest waiting first; nobody does once the session began. Each is told. Ids of who moved, and the number
   * of mails.
   */
  async passOn(
    sessions: readonly LockedSession[],
    reason: SeatFreed,
    now: Date,
  ): Promise<{ promoted: string[]; mails: number }> {
    const counted = await this.count(
      sessions.filter((session) => canSeatsChange(session, now)),
      now,
    );
    const free = counted
      .map((session) => ({ sessionId: session.id, count: promotions(session) }))
      .filter(({ count }) => count > 0);
    if (free.length === 0) return { promoted: [], mails: 0 };
    const promoted = await this.registrations.promote(free, now);
    const facts = await this.registrations.facts(promoted);
    await this.audit.recordAll(
      facts.map(({ id, participantId, session }) => ({
        actor: { kind: 'system' },
        action: 'registration.promote',
        subject: 'registration',
        subjectId: id,
        before: { state: 'waitlisted' },
        after: { state: 'confirmed', sessionId: session.id, participantId, reason },
      })),
    );
    return { promoted, mails: await this.mail.sayPromoted(facts) };
  }

  /**
   * Where proven wishes go, each in its turn: to the seat that is held for it, to the organiser where they decide, to a free seat, else
   * onto the waiting list. A wish ends where the session began or was called off meanwhile, or where nobody can wait any more.
   */
  async settle(wishes: readonly SettledWish[], sessions: readonly LockedSession[], now: Date): Promise<void> {
    await this.carryOut(wishes, sessions, now, stateFor, (wish, state) =>
      moved('registration.confirm', { kind: 'participant', id: wish.participantId }, wish, state),
    );
  }

  /** A seat or a place on the waiting list for each, whatever the mode and the length of the list: an organiser says so. */
  async place(
    wishes: readonly SettledWish[],
    sessions: readonly LockedSession[],
    actor: Actor,
    now: Date,
  ): Promise<void> {
    await this.carryOut(
      wishes,
      sessions,
      now,
      ({ isHeld }, session) => (isHeld ? 'confirmed' : seatFor(session)),
      (wish, state) => moved('registration.confirm', actor, wish, state),
    );
  }

  /** A seat or a place on the waiting list for each who waits to be approved. By their ids. */
  async approve(
    waiting: readonly SettledWish[],
    sessions: readonly LockedSession[],
    actor: Actor,
    now: Date,
  ): Promise<ReadonlyMap<string, Approval>> {
    const approvals = new Map<string, Approval>();
    await this.carryOut(
      waiting,
      sessions,
      now,
      (wish, session) => {
        const approval = approvalIn(session, now);
        approvals.set(wish.id, approval);
        return approval === 'full' || approval === 'over' ? null : approval;
      },
      (wish, state) => moved('registration.approve', actor, wish, state),
    );
    return approvals;
  }

  /** @param decide where a wish goes, given what the wishes before it left; null: it stays as it is */
  private async carryOut(
    wishes: readonly SettledWish[],
    sessions: readonly LockedSession[],
    now: Date,
    decide: (wish: SettledWish, session: CountedSession, now: Date) => SeatState | null,
    record: (wish: SettledWish, state: SeatState) => AuditRecord,
  ): Promise<void> {
    if (wishes.length === 0) return;
    const wanted = new Set(wishes.map(({ sessionId }) => sessionId));
    const counted = await this.count(
      sessions.filter(({ id }) => wanted.has(id)),
      now,
    );
    const moves: { wish: SettledWish; state: SeatState }[] = [];
    for (const wish of wishes) {
      const session = counted.find(({ id }) => id === wish.sessionId);
      const state = session ? decide(wish, session, now) : null;
      if (!session || state === null) continue;
      if (wish.isHeld) session.taken -= 1;
      if (state === 'confirmed') session.taken += 1;
      if (state === 'waitlisted') session.waiting += 1;
      moves.push({ wish, state });
    }
    // What ended at this very moment, without the lock, stays ended.
    const done = await this.registrations.settle(
      moves.map(({ wish: { id }, state }) => ({ id, state })),
      now,
    );
    await this.audit.recordAll(
      moves.filter(({ wish }) => done.has(wish.id)).map(({ wish, state }) => record(wish, state)),
    );
  }

  private async count(sessions: readonly LockedSession[], now: Date): Promise<CountedSession[]> {
    if (sessions.length === 0) return [];
    const states = await this.registrations.seatStates(
      sessions.map(({ id }) => id),
      now,
    );
    return sessions.map((session) => {
      const { taken = 0, waiting = 0 } = states.find(({ sessionId }) => sessionId === session.id) ?? {};
      return { ...session, taken, waiting };
    });
  }
}

/** What was promised stays promised: a seat that is held is theirs, also where an organiser decides by now. */
function stateFor({ isHeld }: SettledWish, session: CountedSession, now: Date): SeatState {
  if (!canSeatsChange(session, now)) return 'expired';
  if (isHeld) return 'confirmed';
  if (session.mode === 'approval') return 'awaiting-approval';
  if (seatFor(session) === 'confirmed') return 'confirmed';
  return canWait(session, session) ? 'waitlisted' : 'expired';
}

function approvalIn(session: CountedSession, now: Date): Approval {
  if (!canSeatsChange(session, now)) return 'over';
  const place = seatFor(session);
  return place === 'waitlisted' && !canWait(session, session) ? 'full' : place;
}

function moved(action: string, actor: Actor, wish: SettledWish, state: SeatState): AuditRecord {
  const { id, sessionId, participantId } = wish;
  return {
    actor,
    action,
    subject: 'registration',
    subjectId: id,
    before: { state: wish.state },
    after: { state, sessionId, participantId },
  };
}

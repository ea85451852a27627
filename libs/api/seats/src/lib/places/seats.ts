import { Injectable } from '@nestjs/common';
import { AuditTrail, Clock, type Actor } from '@reihe/api-platform';
import type { RegistrationState } from '@reihe/shared-contracts';
import { canSeatsChange, canWait, promotions, seatFor } from '@reihe/shared-policies';
import { RegistrationMail } from '../mail/registration-mail';
import type { LockedSession } from './registration-facts';
import { RegistrationsRepository } from './registrations.repository';

/** Why somebody moved up, in the log. */
export type SeatFreed = 'seat-freed' | 'capacity-raised' | 'hold-ended';

export interface SettledWish {
  id: string;
  sessionId: string;
  participantId: string;
  state: RegistrationState;
}

/**
 * What happens to seats under a session's lock, and nowhere else: every taking, freeing, resizing and expiry goes through here.
 * Callers are in a transaction.
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
    const sessions = await this.registrations.lockSessions(sessionIds);
    const now = this.clock.now();
    for (const session of sessions) await this.endHolds(session, now);
    return sessions;
  }

  /** Ends the holds that are over. Under the lock. Number of them. */
  async endHolds(session: LockedSession, now: Date): Promise<number> {
    const ended = await this.registrations.endHolds(session.id, now);
    if (ended.length === 0) return 0;
    await this.audit.recordAll(
      ended.map(({ id, participantId }) => ({
        actor: { kind: 'system' },
        action: 'registration.hold-ended',
        subject: 'registration',
        subjectId: id,
        after: { sessionId: session.id, participantId },
      })),
    );
    await this.passOn(session, 'hold-ended', now);
    return ended.length;
  }

  /**
   * As many as fit move up, longest waiting first; nobody does once the session began. Each is told. Ids of who moved.
   */
  async passOn(session: LockedSession, reason: SeatFreed, now: Date): Promise<string[]> {
    if (!canSeatsChange(session, now)) return [];
    const free = promotions(await this.registrations.seatCount(session));
    if (free === 0) return [];
    const promoted = await this.registrations.promote(session.id, free, now);
    const facts = await this.registrations.facts(promoted);
    await this.audit.recordAll(
      facts.map(({ id, participantId }) => ({
        actor: { kind: 'system' },
        action: 'registration.promote',
        subject: 'registration',
        subjectId: id,
        before: { state: 'waitlisted' },
        after: { state: 'confirmed', sessionId: session.id, participantId, reason },
      })),
    );
    for (const one of facts) await this.mail.sayPromoted(one);
    return promoted;
  }

  /**
   * Where a proven wish goes: to the organiser where they decide, to the seat that is held for it or a free one, else onto the
   * waiting list. It ends where the session began or was called off meanwhile, or where nobody can wait any more.
   */
  async settle(
    wish: SettledWish,
    session: LockedSession,
    actor: Actor,
    now: Date,
  ): Promise<RegistrationState> {
    const state = await this.stateFor(wish, session, now);
    await this.move(wish, state, actor, now);
    return state;
  }

  private async move(
    wish: SettledWish,
    state: Parameters<RegistrationsRepository['settle']>[1],
    actor: Actor,
    now: Date,
  ): Promise<void> {
    await this.registrations.settle(wish.id, state, now);
    await this.audit.record({
      actor,
      action: 'registration.confirm',
      subject: 'registration',
      subjectId: wish.id,
      before: { state: wish.state },
      after: { state, sessionId: wish.sessionId, participantId: wish.participantId },
    });
  }

  /** A seat or a place on the waiting list, whatever the mode and the length of the list: an organiser says so. */
  async place(wish: SettledWish, session: LockedSession, actor: Actor, now: Date): Promise<void> {
    const isHeld = await this.registrations.isHeld(wish.id);
    const state = isHeld ? 'confirmed' : seatFor(await this.registrations.seatCount(session));
    await this.move(wish, state, actor, now);
  }

  private async stateFor(
    { id }: SettledWish,
    session: LockedSession,
    now: Date,
  ): Promise<'awaiting-approval' | 'confirmed' | 'waitlisted' | 'expired'> {
    if (!canSeatsChange(session, now)) return 'expired';
    if (session.mode === 'approval') return 'awaiting-approval';
    if (await this.registrations.isHeld(id)) return 'confirmed';
    const seats = await this.registrations.seatCount(session);
    if (seatFor(seats) === 'confirmed') return 'confirmed';
    return canWait(session, seats) ? 'waitlisted' : 'expired';
  }
}

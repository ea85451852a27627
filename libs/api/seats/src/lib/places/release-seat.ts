import { Injectable } from '@nestjs/common';
import { Transactional } from '@nestjs-cls/transactional';
import { SessionNewsMessages } from '@reihe/api-mail';
import { AuditTrail, Clock, type Actor } from '@reihe/api-platform';
import type { RegistrationRow } from '@reihe/api-persistence';
import { canCancelOwnRegistration } from '@reihe/shared-policies';
import { RegistrationMail } from '../mail/registration-mail';
import { registrationNotFound, wrongRegistrationState } from '../registration.errors';
import type { LockedSession } from './registration-facts';
import { RegistrationsRepository } from './registrations.repository';
import { Seats, type SeatFreed } from './seats';

/** Invariant 3: a freed seat goes to the longest waiting in the transaction that frees it. */
@Injectable()
export class ReleaseSeat {
  constructor(
    private readonly registrations: RegistrationsRepository,
    private readonly seats: Seats,
    private readonly mail: RegistrationMail,
    private readonly news: SessionNewsMessages,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** @throws registration.not-found where it is not this participant's; registration.wrong-state once it is too late */
  @Transactional()
  async cancelOwn(id: string, participantId: string): Promise<void> {
    const registration = await this.registrations.find(id);
    if (registration?.participantId !== participantId) throw registrationNotFound();
    await this.cancel(registration, { kind: 'participant', id: participantId });
  }

  /** Called under the session's lock, or takes it: as many as fit move up, longest waiting first. */
  @Transactional()
  async promoteWaiting(sessionId: string, reason: SeatFreed = 'capacity-raised'): Promise<void> {
    const [session] = await this.seats.lock([sessionId]);
    if (session) await this.seats.passOn(session, reason, this.clock.now());
  }

  /** Under the session's lock. @param reason of an organiser, as typed. @throws registration.wrong-state */
  async cancelUnderLock(
    registration: Pick<RegistrationRow, 'id' | 'participantId'>,
    session: LockedSession,
    actor: Actor,
    { reason = '', isQuiet = false } = {},
  ): Promise<string[]> {
    const now = this.clock.now();
    const before = await this.registrations.cancel(registration.id, reason, now);
    if (!before) throw wrongRegistrationState();
    await this.audit.record({
      actor,
      action: 'registration.cancel',
      subject: 'registration',
      subjectId: registration.id,
      before: { state: before },
      after: { state: 'cancelled', sessionId: session.id, participantId: registration.participantId },
    });
    await this.news.dropWaiting(session.id, registration.participantId);
    // Nobody is written to about a wish that was never proven to be theirs.
    if (before !== 'unverified' && !isQuiet) {
      const by = actor.kind === 'participant' ? 'participant' : 'staff';
      for (const facts of await this.registrations.facts([registration.id])) {
        await this.mail.sayCancelled(facts, by, before === 'confirmed', reason);
      }
    }
    return this.seats.passOn(session, 'seat-freed', now);
  }

  private async cancel(registration: RegistrationRow, actor: Actor): Promise<void> {
    const [session] = await this.seats.lock([registration.sessionId]);
    if (!session) throw registrationNotFound();
    if (actor.kind === 'participant') {
      // Read again under the lock: it may have been cancelled or promoted while this waited.
      const current = await this.registrations.find(registration.id);
      if (!current || !canCancelOwnRegistration(current.state, session, this.clock.now()))
        throw wrongRegistrationState();
    }
    await this.cancelUnderLock(registration, session, actor);
  }
}

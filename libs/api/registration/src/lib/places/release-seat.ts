import { Injectable } from '@nestjs/common';
import { Transactional } from '@nestjs-cls/transactional';
import { SessionNewsMessages } from '@reihe/api-mail';
import { AuditTrail, Clock, type Actor } from '@reihe/api-platform';
import type { RegistrationRow } from '@reihe/api-persistence';
import { canCancelOwnRegistration, canSeatsChange, promotions } from '@reihe/shared-policies';
import { RegistrationMail } from '../mail/registration-mail';
import { registrationNotFound, wrongRegistrationState } from '../registration.errors';
import type { LockedSession } from './registration-facts';
import { RegistrationsRepository } from './registrations.repository';

/** Invariant 3: a freed seat goes to the longest waiting in the transaction that frees it. */
@Injectable()
export class ReleaseSeat {
  constructor(
    private readonly registrations: RegistrationsRepository,
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

  /** @throws registration.not-found, registration.wrong-state */
  @Transactional()
  async cancelAsOrganiser(id: string, staffId: string): Promise<void> {
    const registration = await this.registrations.find(id);
    if (!registration) throw registrationNotFound();
    await this.cancel(registration, { kind: 'staff', id: staffId });
  }

  /** Called under the session's lock, or takes it: as many as fit move up, longest waiting first. */
  @Transactional()
  async promoteWaiting(sessionId: string): Promise<void> {
    const [session] = await this.registrations.lockSessions([sessionId]);
    if (session) await this.promoteUnderLock(session, this.clock.now());
  }

  private async cancel(registration: RegistrationRow, actor: Actor): Promise<void> {
    const now = this.clock.now();
    const [session] = await this.registrations.lockSessions([registration.sessionId]);
    if (!session) throw registrationNotFound();
    if (actor.kind === 'participant') {
      // Read again under the lock: it may have been cancelled or promoted while this waited.
      const current = await this.registrations.find(registration.id);
      if (!current || !canCancelOwnRegistration(current.state, session, now)) throw wrongRegistrationState();
    }
    const before = await this.registrations.cancel(registration.id, now);
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
    if (before !== 'unverified') {
      const by = actor.kind === 'participant' ? 'participant' : 'staff';
      for (const facts of await this.registrations.facts([registration.id])) {
        await this.mail.sayCancelled(facts, by, before === 'confirmed');
      }
    }
    await this.promoteUnderLock(session, now);
  }

  private async promoteUnderLock(session: LockedSession, now: Date): Promise<void> {
    if (!canSeatsChange(session, now)) return;
    const free = promotions(await this.registrations.seatCount(session));
    if (free === 0) return;
    const promoted = await this.registrations.promote(session.id, free, now);
    for (const facts of await this.registrations.facts(promoted)) {
      await this.audit.record({
        actor: { kind: 'system' },
        action: 'registration.promote',
        subject: 'registration',
        subjectId: facts.id,
        before: { state: 'waitlisted' },
        after: { state: 'confirmed', sessionId: session.id, participantId: facts.participantId },
      });
      await this.mail.sayPromoted(facts);
    }
  }
}

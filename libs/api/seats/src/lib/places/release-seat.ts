import { Injectable } from '@nestjs/common';
import { Transactional } from '@nestjs-cls/transactional';
import { SessionNewsMessages } from '@reihe/api-mail';
import { AuditTrail, Clock, type Actor } from '@reihe/api-platform';
import type { RegistrationRow } from '@reihe/api-persistence';
import { canCancelOwnRegistration } from '@reihe/shared-policies';
import { RegistrationMail } from '../mail/registration-mail';
import { registrationNotFound, wrongRegistrationState } from '../registration.errors';
import type { LockedSession } from './registration-facts';
import { RegistrationsRepository, type CancelledRegistration } from './registrations.repository';
import { Seats, type SeatFreed } from './seats';

export interface CancelOptions {
  /** Of an organiser, as typed; empty: none. */
  reason?: string;
  /** They are not written to; whoever moves up is. */
  isQuiet?: boolean;
}

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
    await this.seats.passOn(await this.seats.lock([sessionId]), reason, this.clock.now());
  }

  /**
   * Under the sessions' locks by lockToFree. First all of these end, then what they and holds that are over leave goes on, once per
   * session: nobody moves up who ends by the same decision. What is not live any more is left out.
   */
  async cancelAll(
    ids: readonly string[],
    sessions: readonly LockedSession[],
    actor: Actor,
    { reason = '', isQuiet = false }: CancelOptions = {},
  ): Promise<{ cancelled: string[]; promoted: string[]; mails: number }> {
    const now = this.clock.now();
    const ended = await this.registrations.cancel(ids, reason, now);
    await this.audit.recordAll(
      ended.map(({ id, sessionId, participantId, before }) => ({
        actor,
        action: 'registration.cancel',
        subject: 'registration',
        subjectId: id,
        before: { state: before },
        after: { state: 'cancelled', sessionId, participantId },
      })),
    );
    await this.news.dropWaiting(ended);
    // Nobody is written to about a wish that was never proven to be theirs.
    const proven = isQuiet ? [] : ended.filter(({ before }) => before !== 'unverified');
    const told = await this.tell(proven, actor, reason);
    const freed = new Set(ended.map(({ sessionId }) => sessionId));
    const byHolds = sessions.filter(({ id }) => !freed.has(id));
    const movedInto = [
      await this.seats.passOn(byHolds, 'hold-ended', now),
      await this.seats.passOn(
        sessions.filter(({ id }) => freed.has(id)),
        'seat-freed',
        now,
      ),
    ];
    const mails = movedInto.reduce((sum, moved) => sum + moved.mails, told);
    return {
      cancelled: ended.map(({ id }) => id),
      promoted: movedInto.flatMap(({ promoted }) => promoted),
      mails,
    };
  }

  private async tell(ended: readonly CancelledRegistration[], actor: Actor, reason: string): Promise<number> {
    if (ended.length === 0) return 0;
    const facts = await this.registrations.facts(ended.map(({ id }) => id));
    const seated = new Set(ended.filter(({ before }) => before === 'confirmed').map(({ id }) => id));
    return this.mail.sayCancelled(
      facts.map((one) => ({ facts: one, hadSeat: seated.has(one.id) })),
      actor.kind === 'participant' ? 'participant' : 'staff',
      reason,
    );
  }

  private async cancel(registration: RegistrationRow, actor: Actor): Promise<void> {
    const [session] = await this.seats.lockToFree([registration.sessionId]);
    if (!session) throw registrationNotFound();
    if (actor.kind === 'participant') {
      // Read again under the lock: it may have been cancelled or promoted while this waited.
      const current = await this.registrations.find(registration.id);
      if (!current || !canCancelOwnRegistration(current.state, session, this.clock.now()))
        throw wrongRegistrationState();
    }
    const { cancelled } = await this.cancelAll([registration.id], [session], actor);
    if (cancelled.length === 0) throw wrongRegistrationState();
  }
}

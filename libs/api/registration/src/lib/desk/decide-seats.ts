import { Injectable } from '@nestjs/common';
import {
  AuditTrail,
  Clock,
  SessionWriter,
  type DecidedRegistration,
  type DecisionOutcome,
  type DeskOptions,
  type SeatDecision,
} from '@reihe/api-platform';
import type { RegistrationRow } from '@reihe/api-persistence';
import {
  ParticipantLinks,
  RegistrationMail,
  registrationNotFound,
  RegistrationsRepository,
  ReleaseSeat,
  Seats,
  type LockedSession,
} from '@reihe/api-seats';
import type { Me } from '@reihe/shared-contracts';
import { canCancelAsOrganiser, canSeatsChange, canWait, freeSeats, seatFor } from '@reihe/shared-policies';
import { DeskRepository } from './desk.repository';

type Refusal = NonNullable<DecidedRegistration['refusal']>;

/** Decisions of an organiser about some registrations, under the locks of all their sessions. Callers are in a transaction. */
@Injectable()
export class DecideSeats {
  constructor(
    private readonly desk: DeskRepository,
    private readonly registrations: RegistrationsRepository,
    private readonly seats: Seats,
    private readonly release: ReleaseSeat,
    private readonly sessions: SessionWriter,
    private readonly links: ParticipantLinks,
    private readonly mail: RegistrationMail,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** @throws registration.not-found */
  async decide(
    ids: readonly string[],
    decision: SeatDecision,
    staff: Me,
    { isQuiet = false }: DeskOptions,
  ): Promise<DecisionOutcome> {
    const wanted = await this.desk.registrations(ids);
    if (wanted.length < new Set(ids).size) throw registrationNotFound();
    const locked = await this.seats.lock([...new Set(wanted.map(({ sessionId }) => sessionId))]);
    // Read again: they may have been decided while this waited.
    const registrations = await this.desk.registrations(ids);
    const waitingBefore = await this.desk.waiting(locked.map(({ id }) => id));
    const capacities =
      decision.kind === 'promote' ? await this.makeRoom(registrations, locked, waitingBefore, staff) : [];

    const refusals = new Map<string, Refusal>();
    let told = 0;
    for (const registration of registrations) {
      const session = locked.find(({ id }) => id === registration.sessionId);
      if (!session) throw registrationNotFound();
      const refusal = await this.carryOut(decision, registration, session, staff, isQuiet);
      if (refusal) refusals.set(registration.id, refusal);
      else if (!isQuiet && registration.state !== 'unverified' && decision.kind !== 'promote') told += 1;
    }
    const after = await this.desk.states(ids);
    const stillWaiting = new Set((await this.desk.waiting(locked.map(({ id }) => id))).map(({ id }) => id));
    const gone = new Set(ids);
    const moved = waitingBefore.filter(({ id }) => !stillWaiting.has(id));
    return {
      registrations: registrations.map(({ id, sessionId, state }) => {
        const now = after.find((one) => one.id === id);
        return {
          id,
          sessionId,
          before: state,
          after: now?.state ?? state,
          place: now?.place ?? null,
          refusal: refusals.get(id) ?? null,
        };
      }),
      movedUp: moved.filter(({ id }) => !gone.has(id)).map(({ id }) => id),
      capacities,
      mails: told + moved.filter(({ id }) => decision.kind === 'promote' || !gone.has(id)).length,
    };
  }

  /** null: done. */
  private async carryOut(
    decision: SeatDecision,
    registration: RegistrationRow,
    session: LockedSession,
    staff: Me,
    isQuiet: boolean,
  ): Promise<Refusal | null> {
    switch (decision.kind) {
      case 'approve':
        return this.approve(registration, session, staff, isQuiet);
      case 'decline':
        return this.decline(registration, decision.reason, staff, isQuiet);
      case 'cancel':
        if (!canCancelAsOrganiser(registration.state)) return 'wrong-state';
        await this.release.cancelUnderLock(
          registration,
          session,
          { kind: 'staff', id: staff.id },
          { reason: decision.reason, isQuiet },
        );
        return null;
      case 'promote':
        if (registration.state !== 'waitlisted') return 'wrong-state';
        return canSeatsChange(session, this.clock.now()) ? null : 'over';
    }
  }

  private async approve(
    { id, state, participantId, sessionId }: RegistrationRow,
    session: LockedSession,
    staff: Me,
    isQuiet: boolean,
  ): Promise<Refusal | null> {
    const now = this.clock.now();
    if (state !== 'awaiting-approval') return 'wrong-state';
    if (!canSeatsChange(session, now)) return 'over';
    const seats = await this.registrations.seatCount(session);
    const place = seatFor(seats);
    if (place === 'waitlisted' && !canWait(session, seats)) return 'full';
    await this.registrations.settle(id, place, now);
    await this.audit.record({
      actor: { kind: 'staff', id: staff.id },
      action: 'registration.approve',
      subject: 'registration',
      subjectId: id,
      before: { state },
      after: { state: place, sessionId, participantId },
    });
    if (!isQuiet) await this.sayPlaced(id);
    return null;
  }

  private async decline(
    { id, state, participantId, sessionId }: RegistrationRow,
    reason: string,
    staff: Me,
    isQuiet: boolean,
  ): Promise<Refusal | null> {
    if (state !== 'awaiting-approval') return 'wrong-state';
    await this.desk.decline(id, reason, this.clock.now());
    await this.audit.record({
      actor: { kind: 'staff', id: staff.id },
      action: 'registration.decline',
      subject: 'registration',
      subjectId: id,
      before: { state },
      after: { state: 'declined', sessionId, participantId },
    });
    if (!isQuiet) {
      for (const facts of await this.registrations.facts([id])) await this.mail.sayDeclined(facts, reason);
    }
    return null;
  }

  private async sayPlaced(id: string): Promise<void> {
    for (const facts of await this.registrations.facts([id])) {
      const { email, participantId, name, language, timeZone } = facts;
      if (email === null) continue;
      const { address } = await this.links.issueManage(participantId, language);
      await this.mail.sayConfirmed({ email, participantId, name, language, timeZone }, address, [facts]);
    }
  }

  /** Nobody overtakes: room is made for everybody who waits at least as long as the last of those promoted. */
  private async makeRoom(
    registrations: readonly RegistrationRow[],
    sessions: readonly LockedSession[],
    waiting: readonly { id: string; sessionId: string }[],
    staff: Me,
  ): Promise<DecisionOutcome['capacities']> {
    const raised: DecisionOutcome['capacities'] = [];
    const promoted = new Set(registrations.map(({ id }) => id));
    for (const session of sessions) {
      if (session.capacity === null || !canSeatsChange(session, this.clock.now())) continue;
      const queue = waiting.filter(({ sessionId }) => sessionId === session.id);
      const room = queue.findLastIndex(({ id }) => promoted.has(id)) + 1;
      const seats = await this.registrations.seatCount(session);
      const missing = room - freeSeats(seats);
      if (room === 0 || missing <= 0) continue;
      const after = session.capacity + missing;
      await this.sessions.resize(session.id, await this.desk.versionOf(session.id), after, staff);
      raised.push({ sessionId: session.id, before: session.capacity, after });
    }
    return raised;
  }
}

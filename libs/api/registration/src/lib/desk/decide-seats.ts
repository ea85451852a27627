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
  RegistrationMail,
  registrationNotFound,
  RegistrationsRepository,
  ReleaseSeat,
  Seats,
  type LockedSession,
  type RegistrationFacts,
} from '@reihe/api-seats';
import type { Me } from '@reihe/shared-contracts';
import { canCancelAsOrganiser, canSeatsChange, freeSeats } from '@reihe/shared-policies';
import { DeskRepository } from './desk.repository';

type Refusal = NonNullable<DecidedRegistration['refusal']>;

interface CarriedOut {
  /** By the registration's id. */
  refusals: ReadonlyMap<string, Refusal>;
  /** Number of those that were written. */
  mails: number;
}

/** Decisions of an organiser about some registrations, under the locks of all their sessions. Callers are in a transaction. */
@Injectable()
export class DecideSeats {
  constructor(
    private readonly desk: DeskRepository,
    private readonly registrations: RegistrationsRepository,
    private readonly seats: Seats,
    private readonly release: ReleaseSeat,
    private readonly sessions: SessionWriter,
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
    const sessionIds = [...new Set(wanted.map(({ sessionId }) => sessionId))];
    const locked = await (decision.kind === 'cancel'
      ? this.seats.lockToFree(sessionIds)
      : this.seats.lock(sessionIds));
    // Read again: they may have been decided while this waited.
    const registrations = await this.desk.registrations(ids);
    const waitingBefore = await this.desk.waiting(locked.map(({ id }) => id));
    const capacities =
      decision.kind === 'promote' ? await this.makeRoom(registrations, locked, waitingBefore, staff) : [];

    const { refusals, mails } = await this.carryOut(decision, registrations, locked, staff, isQuiet);
    const after = await this.desk.states(ids);
    const stillWaiting = new Set((await this.desk.waiting(locked.map(({ id }) => id))).map(({ id }) => id));
    const decided = new Set(ids);
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
      movedUp: moved.filter(({ id }) => !decided.has(id)).map(({ id }) => id),
      capacities,
      // Whoever moves up into a larger room is told by the room's own way.
      mails: decision.kind === 'promote' ? moved.length : mails,
    };
  }

  private carryOut(
    decision: SeatDecision,
    registrations: readonly RegistrationRow[],
    sessions: readonly LockedSession[],
    staff: Me,
    isQuiet: boolean,
  ): Promise<CarriedOut> {
    switch (decision.kind) {
      case 'approve':
        return this.approve(registrations, sessions, staff, isQuiet);
      case 'decline':
        return this.decline(registrations, decision.reason, staff, isQuiet);
      case 'cancel':
        return this.cancel(registrations, sessions, decision.reason, staff, isQuiet);
      case 'promote':
        return Promise.resolve({ refusals: this.notPromoted(registrations, sessions), mails: 0 });
    }
  }

  private async approve(
    registrations: readonly RegistrationRow[],
    sessions: readonly LockedSession[],
    staff: Me,
    isQuiet: boolean,
  ): Promise<CarriedOut> {
    const waiting = registrations.filter(({ state }) => state === 'awaiting-approval');
    const approvals = await this.seats.approve(
      waiting.map((one) => ({ ...one, isHeld: false })),
      sessions,
      { kind: 'staff', id: staff.id },
      this.clock.now(),
    );
    const refusals = wrongState(registrations, waiting);
    const placed: string[] = [];
    for (const [id, approval] of approvals) {
      if (approval === 'full' || approval === 'over') refusals.set(id, approval);
      else placed.push(id);
    }
    return { refusals, mails: isQuiet ? 0 : await this.mail.sayPlaced(await this.factsOf(placed)) };
  }

  private async decline(
    registrations: readonly RegistrationRow[],
    reason: string,
    staff: Me,
    isQuiet: boolean,
  ): Promise<CarriedOut> {
    const waiting = registrations.filter(({ state }) => state === 'awaiting-approval');
    const ids = waiting.map(({ id }) => id);
    await this.desk.decline(ids, reason, this.clock.now());
    await this.audit.recordAll(
      waiting.map(({ id, state, sessionId, participantId }) => ({
        actor: { kind: 'staff', id: staff.id },
        action: 'registration.decline',
        subject: 'registration',
        subjectId: id,
        before: { state },
        after: { state: 'declined', sessionId, participantId },
      })),
    );
    const refusals = wrongState(registrations, waiting);
    return { refusals, mails: isQuiet ? 0 : await this.mail.sayDeclined(await this.factsOf(ids), reason) };
  }

  private async cancel(
    registrations: readonly RegistrationRow[],
    sessions: readonly LockedSession[],
    reason: string,
    staff: Me,
    isQuiet: boolean,
  ): Promise<CarriedOut> {
    const live = registrations.filter(({ state }) => canCancelAsOrganiser(state));
    const { mails } = await this.release.cancelAll(
      live.map(({ id }) => id),
      sessions,
      { kind: 'staff', id: staff.id },
      { reason, isQuiet },
    );
    return { refusals: wrongState(registrations, live), mails };
  }

  private notPromoted(
    registrations: readonly RegistrationRow[],
    sessions: readonly LockedSession[],
  ): Map<string, Refusal> {
    const now = this.clock.now();
    const refusals = wrongState(
      registrations,
      registrations.filter(({ state }) => state === 'waitlisted'),
    );
    for (const { id, sessionId } of registrations) {
      const session = sessions.find((one) => one.id === sessionId);
      if (!refusals.has(id) && !(session && canSeatsChange(session, now))) refusals.set(id, 'over');
    }
    return refusals;
  }

  private async factsOf(ids: readonly string[]): Promise<RegistrationFacts[]> {
    return ids.length === 0 ? [] : this.registrations.facts(ids);
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
    const now = this.clock.now();
    const states = await this.registrations.seatStates(
      sessions.map(({ id }) => id),
      now,
    );
    for (const session of sessions) {
      if (session.capacity === null || !canSeatsChange(session, now)) continue;
      const queue = waiting.filter(({ sessionId }) => sessionId === session.id);
      const room = queue.findLastIndex(({ id }) => promoted.has(id)) + 1;
      const taken = states.find(({ sessionId }) => sessionId === session.id)?.taken ?? 0;
      const missing = room - freeSeats({ capacity: session.capacity, taken });
      if (room === 0 || missing <= 0) continue;
      const after = session.capacity + missing;
      await this.sessions.resize(session.id, await this.desk.versionOf(session.id), after, staff);
      raised.push({ sessionId: session.id, before: session.capacity, after });
    }
    return raised;
  }
}

/** Those of the registrations that there is nothing to decide about. */
function wrongState(
  registrations: readonly RegistrationRow[],
  right: readonly RegistrationRow[],
): Map<string, Refusal> {
  return new Map(
    registrations.filter((one) => !right.includes(one)).map(({ id }) => [id, 'wrong-state' as const]),
  );
}

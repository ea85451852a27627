import { Injectable } from '@nestjs/common';
import { Transactional } from '@nestjs-cls/transactional';
import {
  SeatDesk,
  type AddedPerson,
  type AddedRegistration,
  type DecisionOutcome,
  type DeskOptions,
  type SeatDecision,
} from '@reihe/api-platform';
import { ReleaseSeat } from '@reihe/api-seats';
import type { Me } from '@reihe/shared-contracts';
import { AddPeople } from './add-people';
import { DecideSeats } from './decide-seats';

/** Not a failure: how a transaction ends that was only to be looked at. */
class Rehearsed<Outcome> extends Error {
  constructor(readonly outcome: Outcome) {
    super('rehearsed');
  }
}

@Injectable()
export class RegistrationSeatDesk extends SeatDesk {
  constructor(
    private readonly decisions: DecideSeats,
    private readonly people: AddPeople,
    private readonly freed: ReleaseSeat,
  ) {
    super();
  }

  decide(
    ids: readonly string[],
    decision: SeatDecision,
    staff: Me,
    options: DeskOptions = {},
  ): Promise<DecisionOutcome> {
    return this.carryOut(() => this.decisions.decide(ids, decision, staff, options), options);
  }

  add(
    people: readonly AddedPerson[],
    origin: 'staff' | 'import',
    staff: Me,
    options: DeskOptions = {},
  ): Promise<AddedRegistration[]> {
    return this.carryOut(() => this.people.add(people, origin, staff, options), options);
  }

  passOn(sessionId: string): Promise<void> {
    return this.freed.promoteWaiting(sessionId, 'seat-freed');
  }

  private async carryOut<Outcome>(
    work: () => Promise<Outcome>,
    { isRehearsal }: DeskOptions,
  ): Promise<Outcome> {
    if (!isRehearsal) return this.inTransaction(work);
    try {
      return await this.inTransaction(async () => {
        throw new Rehearsed(await work());
      });
    } catch (end) {
      if (end instanceof Rehearsed) return end.outcome as Outcome;
      throw end;
    }
  }

  @Transactional()
  protected inTransaction<Outcome>(work: () => Promise<Outcome>): Promise<Outcome> {
    return work();
  }
}

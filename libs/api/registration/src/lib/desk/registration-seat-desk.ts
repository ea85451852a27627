import { Injectable } from '@nestjs/common';
import { Transactional } from '@nestjs-cls/transactional';
import {
  rehearsed,
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

  private carryOut<Outcome>(work: () => Promise<Outcome>, { isRehearsal }: DeskOptions): Promise<Outcome> {
    return isRehearsal ? rehearsed(work, (own) => this.inTransaction(own)) : this.inTransaction(work);
  }

  @Transactional()
  protected inTransaction<Outcome>(work: () => Promise<Outcome>): Promise<Outcome> {
    return work();
  }
}

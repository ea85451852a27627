import { Injectable } from '@nestjs/common';
import { Transactional } from '@nestjs-cls/transactional';
import { AuditTrail, Clock, participantNotFound, type Actor } from '@reihe/api-platform';
import { ParticipantsRepository, Seats } from '@reihe/api-seats';
import type { Me } from '@reihe/shared-contracts';
import type { PersonalDataCounts, PersonHoldings } from '@reihe/shared-figures';
import { Forgetting } from './forgetting.repository';
import { PersonRecords } from './person-records.repository';
import { PrivacyRecords } from './privacy-records.repository';

/**
 * Invariant 7: the person goes everywhere, every count stays as it was. A seat to come is freed by cancelling it first; one that was
 * only held goes on. That it happened is on record, by reference.
 */
@Injectable()
export class ErasePerson {
  constructor(
    private readonly participants: ParticipantsRepository,
    private readonly people: PersonRecords,
    private readonly forgetting: Forgetting,
    private readonly records: PrivacyRecords,
    private readonly seats: Seats,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /**
   * @param id of whichever of the person's entries: who asks to be forgotten is asked for no number
   * @throws participant.not-found, also where the person is erased already, or was merged at this moment
   */
  @Transactional()
  async erase(id: string, reference: string, staff: Me): Promise<void> {
    const personId = await this.participants.goesOnAs(id);
    if (personId === null) throw participantNotFound();
    // Sessions before the person, as everywhere: rewriting registrations makes the database recount their sessions' seats.
    const sessions = await this.seats.lockToFree(await this.participants.sessionIdsOf(personId));
    await this.erasePerson(personId, reference, { kind: 'staff', id: staff.id });
    await this.seats.passOn(sessions, 'seat-freed', this.clock.now());
  }

  /**
   * By their own wish, once what is to come is given up; under the locks of their sessions.
   * @throws participant.not-found
   */
  async eraseThemselves(participantId: string): Promise<void> {
    await this.erasePerson(participantId, '', { kind: 'participant', id: participantId });
  }

  /** Somebody whom a meeting report names and nobody knows. @throws participant.not-found, also for whoever is known */
  @Transactional()
  async eraseGuest(sessionId: string, attendeeId: string, staff: Me): Promise<void> {
    await this.seats.lock([sessionId]);
    const held = await this.people.heldOfGuest(sessionId, attendeeId);
    if (!held) throw participantNotFound();
    await this.forgetting.forgetAttendees([attendeeId]);
    await this.audit.record({
      actor: { kind: 'staff', id: staff.id },
      action: 'session.erase-guest',
      subject: 'session',
      subjectId: sessionId,
      after: { attendeeId },
    });
    await this.remember('erase-guest', attendeeId, '', held, { kind: 'staff', id: staff.id });
  }

  /** What erasing would take. @throws participant.not-found */
  async held(id: string): Promise<PersonHoldings> {
    const holdings = await this.people.held(id, this.clock.now());
    if (!holdings) throw participantNotFound();
    return holdings;
  }

  private async erasePerson(
    personId: string,
    reference: string,
    actor: Extract<Actor, { id: string }>,
  ): Promise<void> {
    const { held } = await this.held(personId);
    if (!(await this.forgetting.erase(personId, this.clock.now()))) throw participantNotFound();
    await this.audit.record({
      actor,
      action: 'participant.erase',
      subject: 'participant',
      subjectId: personId,
    });
    await this.remember('erase', personId, reference, held, actor);
  }

  private remember(
    kind: 'erase' | 'erase-guest',
    subjectId: string,
    reference: string,
    counts: PersonalDataCounts,
    actor: Extract<Actor, { id: string }>,
  ): Promise<void> {
    const actorKind = actor.kind === 'participant' ? 'participant' : 'staff';
    return this.records.add({
      kind,
      subjectId,
      reference,
      counts,
      ...{ actorKind, actorId: actor.id, at: this.clock.now() },
    });
  }
}

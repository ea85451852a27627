import { Injectable } from '@nestjs/common';
import { Transactional } from '@nestjs-cls/transactional';
import { AuditTrail, Clock } from '@reihe/api-platform';
import { participantNotFound, ParticipantsRepository, Seats } from '@reihe/api-seats';

/**
 * Invariant 7: the person goes everywhere, every count stays as it was. A seat to come is freed by cancelling it first; one that was
 * only held goes on.
 */
@Injectable()
export class EraseParticipant {
  constructor(
    private readonly participants: ParticipantsRepository,
    private readonly seats: Seats,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /**
   * @param id of whichever of the person's entries: who asks to be forgotten is asked for no number
   * @throws participant.not-found, also where the person is erased already, or was merged at this moment
   */
  @Transactional()
  async erase(id: string, staffId: string): Promise<void> {
    const personId = await this.participants.goesOnAs(id);
    if (personId === null) throw participantNotFound();
    // Sessions before the person, as everywhere: rewriting registrations makes the database recount their sessions' seats.
    const sessions = await this.seats.lockToFree(await this.participants.sessionIdsOf(personId));
    const now = this.clock.now();
    if (!(await this.participants.erase(personId, now))) throw participantNotFound();
    await this.seats.passOn(sessions, 'seat-freed', now);
    await this.audit.record({
      actor: { kind: 'staff', id: staffId },
      action: 'participant.erase',
      subject: 'participant',
      subjectId: personId,
    });
  }
}

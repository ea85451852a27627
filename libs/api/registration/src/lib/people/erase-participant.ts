import { Injectable } from '@nestjs/common';
import { Transactional } from '@nestjs-cls/transactional';
import { AuditTrail, Clock } from '@reihe/api-platform';
import { participantNotFound, ParticipantsRepository, RegistrationsRepository } from '@reihe/api-seats';

/** Invariant 7: the person goes everywhere, every count stays as it was. A seat to come is freed by cancelling it first. */
@Injectable()
export class EraseParticipant {
  constructor(
    private readonly participants: ParticipantsRepository,
    private readonly registrations: RegistrationsRepository,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** @throws participant.not-found, also where the person is erased already */
  @Transactional()
  async erase(id: string, staffId: string): Promise<void> {
    // Sessions before the person, as everywhere: rewriting registrations makes the database recount their sessions' seats.
    await this.registrations.lockSessions(await this.participants.sessionIdsOf(id));
    if (!(await this.participants.erase(id, this.clock.now()))) throw participantNotFound();
    await this.audit.record({
      actor: { kind: 'staff', id: staffId },
      action: 'participant.erase',
      subject: 'participant',
      subjectId: id,
    });
  }
}

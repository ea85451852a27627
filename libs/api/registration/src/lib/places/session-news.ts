import { Injectable } from '@nestjs/common';
import { SessionObserver, type SessionMove } from '@reihe/api-platform';
import { RegistrationMail } from '../mail/registration-mail';
import { RegistrationsRepository } from './registrations.repository';
import { ReleaseSeat } from './release-seat';

/** What a change of the programme means for those registered. Their registrations stay: the session's state says it all. */
@Injectable()
export class SessionNews extends SessionObserver {
  constructor(
    private readonly registrations: RegistrationsRepository,
    private readonly seats: ReleaseSeat,
    private readonly mail: RegistrationMail,
  ) {
    super();
  }

  async sessionMoved(move: SessionMove): Promise<void> {
    for (const facts of await this.registrations.factsOfTold(move.sessionId)) {
      await this.mail.saySessionMoved(facts, move);
    }
  }

  async sessionCancelled(sessionId: string): Promise<void> {
    for (const facts of await this.registrations.factsOfTold(sessionId)) {
      await this.mail.saySessionCancelled(facts);
    }
  }

  capacityChanged(sessionId: string): Promise<void> {
    return this.seats.promoteWaiting(sessionId);
  }
}

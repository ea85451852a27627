import { Injectable } from '@nestjs/common';
import { Clock, JoinAddresses } from '@reihe/api-platform';
import type { Language, MyRegistrations } from '@reihe/shared-contracts';
import { ParticipantLinks } from '../people/participant-links';
import { ParticipantsRepository } from '../people/participants.repository';
import { linkUnknown } from '../registration.errors';
import { hasJoinAddress, toMyRegistration } from '../registration.mapper';
import { RegistrationsRepository } from './registrations.repository';
import { ReleaseSeat } from './release-seat';

/** A participant's own registrations, by the link in their mail. */
@Injectable()
export class MyRegistrationsService {
  constructor(
    private readonly registrations: RegistrationsRepository,
    private readonly participants: ParticipantsRepository,
    private readonly links: ParticipantLinks,
    private readonly joining: JoinAddresses,
    private readonly seats: ReleaseSeat,
    private readonly clock: Clock,
  ) {}

  /** @throws registration.link-unknown */
  async read(manageToken: string, language: Language): Promise<MyRegistrations> {
    const participant = await this.participants.find(await this.links.participantOf(manageToken));
    if (!participant) throw linkUnknown();
    const facts = await this.registrations.factsOfPerson(participant.id, language);
    const tokens = await this.joining.tokensOf(facts.filter(hasJoinAddress).map(({ id }) => id));
    const now = this.clock.now();
    return {
      name: participant.name,
      language: participant.language,
      timeZone: participant.timeZone,
      registrations: facts.map((own) => toMyRegistration(own, tokens, now)),
    };
  }

  /** @throws registration.link-unknown, registration.not-found, registration.wrong-state */
  async cancel(manageToken: string, registrationId: string, language: Language): Promise<MyRegistrations> {
    await this.seats.cancelOwn(registrationId, await this.links.participantOf(manageToken));
    return this.read(manageToken, language);
  }
}

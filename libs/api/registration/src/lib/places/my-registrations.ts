import { Injectable, Optional } from '@nestjs/common';
import { AfterSession, Clock, JoinAddresses, PersonalLinks } from '@reihe/api-platform';
import {
  hasJoinAddress,
  linkUnknown,
  ParticipantsRepository,
  RegistrationsRepository,
  ReleaseSeat,
  toMyRegistration,
} from '@reihe/api-seats';
import type { Language, MyRegistrations } from '@reihe/shared-contracts';
import type { RegisterForMore } from '@reihe/shared-registration';
import { TakePlaces } from './take-places';

/** A participant's own registrations, by the link in their mail. */
@Injectable()
export class MyRegistrationsService {
  constructor(
    private readonly registrations: RegistrationsRepository,
    private readonly participants: ParticipantsRepository,
    private readonly links: PersonalLinks,
    private readonly joining: JoinAddresses,
    private readonly seats: ReleaseSeat,
    private readonly places: TakePlaces,
    private readonly clock: Clock,
    @Optional() private readonly afterwards?: AfterSession,
  ) {}

  /** @throws registration.link-unknown */
  async read(manageToken: string, language: Language): Promise<MyRegistrations> {
    const participant = await this.participants.find(await this.links.participantOf(manageToken));
    if (!participant) throw linkUnknown();
    const facts = await this.registrations.factsOfPerson(participant.id, language);
    const tokens = await this.joining.tokensOf(facts.filter(hasJoinAddress).map(({ id }) => id));
    const after = await this.afterwards?.of(facts.map(({ id }) => id));
    const now = this.clock.now();
    return {
      name: participant.name,
      calendarToken: await this.links.calendarToken(participant.id),
      language: participant.language,
      timeZone: participant.timeZone,
      registrations: facts.map((own) => toMyRegistration(own, tokens, now, after?.get(own.id))),
    };
  }

  /** More sessions for whoever holds the link. @throws registration.link-unknown, registration.not-open, request.invalid */
  async add({ token, ...form }: RegisterForMore, language: Language): Promise<MyRegistrations> {
    await this.places.takeKnown(await this.links.participantOf(token), form, language);
    return this.read(token, language);
  }

  /** @throws registration.link-unknown, registration.not-found, registration.wrong-state */
  async cancel(manageToken: string, registrationId: string, language: Language): Promise<MyRegistrations> {
    await this.seats.cancelOwn(registrationId, await this.links.participantOf(manageToken));
    return this.read(manageToken, language);
  }
}

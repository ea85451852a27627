import { Injectable } from '@nestjs/common';
import { fallbackOrder, participantNotFound } from '@reihe/api-platform';
import type { Language } from '@reihe/shared-contracts';
import type { LikelyPair, ParticipantHistory, RegistrationFilter } from '@reihe/shared-registration';
import { mustHaveScope } from '../list/registrations.service';
import { ParticipantHistories } from './participants.repository';

/** More at once nobody looks through. */
const PAIRS = 50;

/** One person over all series, and who else may be the same. */
@Injectable()
export class Participants {
  constructor(private readonly histories: ParticipantHistories) {}

  /** @throws participant.not-found */
  async history(id: string, language: Language): Promise<ParticipantHistory> {
    const history = await this.histories.of(id, fallbackOrder(language));
    if (!history) throw participantNotFound();
    return history;
  }

  likelyPairs(scope: RegistrationFilter): Promise<LikelyPair[]> {
    mustHaveScope(scope);
    return this.histories.likelyPairs(scope, PAIRS);
  }
}

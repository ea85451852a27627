import { DomainError, type Refusals } from '@reihe/api-platform';

export const speakerNotFound = () => new DomainError('speaker.not-found', 404);

/** The entry is one already, or is not (any more) what it is to be split from. */
export const mergeImpossible = () => new DomainError('speaker.merge-impossible', 409);

export const speakerInUse: Refusals = {
  fk_contributions_speaker_id: () => new DomainError('speaker.in-use', 409),
};

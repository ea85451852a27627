import { DomainError, type Refusals } from '@reihe/api-platform';

export const speakerNotFound = () => new DomainError('speaker.not-found', 404);

export const speakerInUse: Refusals = {
  fk_contributions_speaker_id: () => new DomainError('speaker.in-use', 409),
};

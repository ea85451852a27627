import type { Register } from '@reihe/shared-contracts';

/**
 * What participants do with places of their own. The registration feature carries it out under its locks; pages behind a person's
 * links call it. Each call is one transaction; a freed seat is passed on in it.
 */
export abstract class OwnSeats {
  /** Asks for places as the form for everybody does. @throws registration.not-open, request.invalid, server.busy */
  abstract request(form: Register): Promise<void>;

  /** @throws registration.not-found where it is not this person's; registration.wrong-state once it is too late */
  abstract release(registrationId: string, participantId: string): Promise<void>;

  /** Of every session that has not begun. How many there were. */
  abstract releaseAll(participantId: string): Promise<number>;

  /** Gives up what is to come, then takes the person out of every row; counts stay. @throws participant.not-found */
  abstract leave(participantId: string): Promise<void>;
}

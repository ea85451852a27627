import { Injectable } from '@nestjs/common';
import { Transactional } from '@nestjs-cls/transactional';
import { Clock, OwnSeats, type Actor } from '@reihe/api-platform';
import { ErasePerson } from '@reihe/api-privacy';
import { ParticipantsRepository, ReleaseSeat, Seats } from '@reihe/api-seats';
import type { Register } from '@reihe/shared-contracts';
import { canCancelOwnRegistration } from '@reihe/shared-policies';
import { RequestPlaces } from '../places/request-places';

/** Sessions are locked before the person, as everywhere: two who give up the same sessions never wait for each other. */
@Injectable()
export class GiveUpPlaces extends OwnSeats {
  constructor(
    private readonly participants: ParticipantsRepository,
    private readonly seats: Seats,
    private readonly single: ReleaseSeat,
    private readonly places: RequestPlaces,
    private readonly erasing: ErasePerson,
    private readonly clock: Clock,
  ) {
    super();
  }

  async request(form: Register): Promise<void> {
    await this.places.request(form);
  }

  release(registrationId: string, participantId: string): Promise<void> {
    return this.single.cancelOwn(registrationId, participantId);
  }

  @Transactional()
  releaseAll(participantId: string): Promise<number> {
    return this.cancelUpcoming(participantId, false);
  }

  @Transactional()
  async leave(participantId: string): Promise<void> {
    await this.cancelUpcoming(participantId, true);
    await this.erasing.eraseThemselves(participantId);
  }

  private async cancelUpcoming(participantId: string, isQuiet: boolean): Promise<number> {
    const actor: Actor = { kind: 'participant', id: participantId };
    const sessions = await this.seats.lockToFree(await this.participants.sessionIdsOf(participantId));
    const now = this.clock.now();
    // Read under the locks: what was promoted or cancelled meanwhile is seen as it is.
    const live = await this.participants.liveOf(participantId);
    const open = live.filter(({ sessionId, state }) => {
      const session = sessions.find((one) => one.id === sessionId);
      return session && canCancelOwnRegistration(state, session, now);
    });
    const { cancelled } = await this.single.cancelAll(
      open.map(({ id }) => id),
      sessions,
      actor,
      { isQuiet },
    );
    return cancelled.length;
  }
}

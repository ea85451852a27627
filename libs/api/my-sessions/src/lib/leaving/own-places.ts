import { Injectable } from '@nestjs/common';
import { Clock, linkUnknown, OwnSeats, PersonalLinks } from '@reihe/api-platform';
import type { Language } from '@reihe/shared-contracts';
import { canCancelOwnRegistration } from '@reihe/shared-policies';
import type { ReleasePreview } from '@reihe/shared-registration';
import { MySessionsRepository } from '../my-sessions.repository';

/** Giving up places: one by the link of a mail, all at once, or all that there is. */
@Injectable()
export class OwnPlaces {
  constructor(
    private readonly links: PersonalLinks,
    private readonly seats: OwnSeats,
    private readonly rows: MySessionsRepository,
    private readonly clock: Clock,
  ) {}

  /** Changes nothing. @throws registration.link-unknown */
  async preview(releaseToken: string, language: Language): Promise<ReleasePreview> {
    const { registrationId } = await this.links.releaseOf(releaseToken);
    const place = await this.rows.place(registrationId, language);
    if (!place) throw linkUnknown();
    const { state, slug, title, titleLanguage, startsAt, endsAt, timeZone, sessionState } = place;
    return {
      state,
      session: {
        slug,
        title,
        language: titleLanguage,
        startsAt: startsAt.toISOString(),
        endsAt: endsAt.toISOString(),
        timeZone,
        isCancelled: sessionState === 'cancelled',
        // This link may have been passed on with its mail: it opens no door.
        joinToken: null,
      },
      canCancel: canCancelOwnRegistration(state, { state: sessionState, startsAt }, this.clock.now()),
    };
  }

  /** Pressed twice, or after the place was given up elsewhere, it is given up: nothing to refuse. @throws registration.link-unknown, wrong-state */
  async release(releaseToken: string, language: Language): Promise<ReleasePreview> {
    const { participantId, registrationId } = await this.links.releaseOf(releaseToken);
    const before = await this.preview(releaseToken, language);
    if (before.state === 'cancelled') return before;
    await this.seats.release(registrationId, participantId);
    return this.preview(releaseToken, language);
  }

  /** @throws registration.link-unknown */
  async releaseAll(manageToken: string): Promise<void> {
    await this.seats.releaseAll(await this.links.participantOf(manageToken));
  }

  /** @throws registration.link-unknown */
  async leave(manageToken: string): Promise<void> {
    await this.seats.leave(await this.links.participantOf(manageToken));
  }
}

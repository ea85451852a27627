import { Injectable } from '@nestjs/common';
import { Clock, DomainError, hashOf, OwnSeats } from '@reihe/api-platform';
import type { Language, RegisterAnswer } from '@reihe/shared-contracts';
import { ExpiredWishesRepository } from './expired-wishes.repository';

/**
 * A link to confirm with that was followed too late: what was asked for is asked for again, as the form would, and answered by the mail
 * alone. What nobody confirms is forgotten soon after its link is over, so that often there is nothing to send: the answer does not say.
 */
@Injectable()
export class ExpiredWishes {
  constructor(
    private readonly rows: ExpiredWishesRepository,
    private readonly seats: OwnSeats,
    private readonly clock: Clock,
  ) {}

  /** The same whatever the link is. @throws server.busy */
  async askAgain(token: string, language: Language): Promise<RegisterAnswer> {
    const form = await this.rows.formOf(hashOf(token), this.clock.now());
    if (form) {
      try {
        await this.seats.request({ ...form, language, hasAcceptedPrivacyNotice: true, invitationCode: '' });
      } catch (refusal) {
        // The form for everybody says why, where they are led next.
        if (!(refusal instanceof DomainError) || refusal.code === 'server.busy') throw refusal;
      }
    }
    return { outcome: 'check-your-mail' };
  }
}

import { Injectable } from '@nestjs/common';
import { Transactional } from '@nestjs-cls/transactional';
import { Clock, JoinAddresses } from '@reihe/api-platform';
import {
  publicPaths,
  type ConfirmAnswer,
  type ConfirmationPreview,
  type Language,
} from '@reihe/shared-contracts';
import { RegistrationMail } from '../mail/registration-mail';
import { ParticipantLinks } from '../people/participant-links';
import { ParticipantsRepository } from '../people/participants.repository';
import { linkUnknown, linkUsed } from '../registration.errors';
import { hasJoinAddress, toMyRegistration } from '../registration.mapper';
import { RegistrationsRepository } from './registrations.repository';
import { Seats } from './seats';

/** The confirmed wish: under the sessions' locks it becomes a seat or a place on the waiting list. */
@Injectable()
export class TakeSeat {
  constructor(
    private readonly registrations: RegistrationsRepository,
    private readonly seats: Seats,
    private readonly participants: ParticipantsRepository,
    private readonly links: ParticipantLinks,
    private readonly joining: JoinAddresses,
    private readonly mail: RegistrationMail,
    private readonly clock: Clock,
  ) {}

  /** Changes nothing: mail scanners open links, people press buttons. */
  async preview(token: string, language: Language): Promise<ConfirmationPreview> {
    const link = await this.links.confirmLink(token);
    const pending = await this.registrations.pendingAt(link.participantId, link.createdAt);
    const facts = await this.registrations.facts(
      pending.map(({ id }) => id),
      language,
    );
    return {
      language,
      sessions: facts.map(({ heldUntil, session: { slug, title, startsAt, timeZone, mode } }) => ({
        slug,
        title,
        startsAt: startsAt.toISOString(),
        timeZone,
        heldUntil: heldUntil?.toISOString() ?? null,
        mode,
      })),
      expiresAt: link.expiresAt.toISOString(),
    };
  }

  /**
   * Wishes for sessions that began or were called off meanwhile end as expired; that is an outcome, not an error.
   * @throws registration.link-unknown, link-used, link-expired
   */
  @Transactional()
  async confirm(token: string, language: Language): Promise<ConfirmAnswer> {
    const now = this.clock.now();
    const link = await this.links.confirmLink(token);
    const wanted = await this.registrations.pendingAt(link.participantId, link.createdAt);
    const sessions = await this.seats.lock(wanted.map(({ sessionId }) => sessionId));
    if (!(await this.participants.useLink(link.id, now))) throw linkUsed();
    // Read again: what was pending before the lock may have been confirmed, cancelled or erased while waiting for it.
    const pending = await this.registrations.pendingAt(link.participantId, link.createdAt);
    const [latest] = pending.toSorted((a, b) => b.createdAt.getTime() - a.createdAt.getTime());
    if (!latest) throw linkUsed();

    await this.participants.verify(
      link.participantId,
      { ...latest, position: latest.jobPosition, country: latest.country ?? '' },
      now,
    );
    for (const wish of pending) {
      const session = sessions.find(({ id }) => id === wish.sessionId);
      if (session)
        await this.seats.settle(wish, session, { kind: 'participant', id: wish.participantId }, now);
    }
    const participant = await this.participants.find(link.participantId);
    if (!participant?.email) throw linkUnknown();
    const manage = await this.links.issueManage(participant.id, latest.language);
    const settled = await this.registrations.facts(
      pending.map(({ id }) => id),
      language,
    );
    await this.mail.sayConfirmed(
      {
        participantId: participant.id,
        email: participant.email,
        name: participant.name,
        language: participant.language,
        timeZone: participant.timeZone,
      },
      manage.address,
      await this.registrations.facts(pending.map(({ id }) => id)),
    );
    const tokens = await this.joining.tokensOf(settled.filter(hasJoinAddress).map(({ id }) => id));
    return {
      manageToken: manage.token,
      registrations: settled.map((facts) => toMyRegistration(facts, tokens, now)),
    };
  }

  /** Where a confirmed form without JavaScript goes on. */
  async confirmAndShow(token: string, language: Language): Promise<string> {
    const { manageToken } = await this.confirm(token, language);
    return publicPaths.manage(language, manageToken);
  }
}

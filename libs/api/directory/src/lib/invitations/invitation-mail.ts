import { Injectable } from '@nestjs/common';
import {
  calendarFile,
  calendarUid,
  Outbox,
  senderOf,
  type MailPart,
  type MailSession,
} from '@reihe/api-mail';
import { Clock, Config, JoinAddresses, PlaceFinder } from '@reihe/api-platform';
import { publicPaths, type Language } from '@reihe/shared-contracts';
import type { Asked, InvitationFacts } from './invitation-facts';
import { InvitationsRepository } from './invitations.repository';
import { SpeakerLinks } from './speaker-links';

/** Mails to speakers. Call inside the transaction that causes them. All parts given are one speaker's in one session. */
@Injectable()
export class InvitationMail {
  private readonly organiser: { name: string; email: string };

  constructor(
    private readonly outbox: Outbox,
    private readonly links: SpeakerLinks,
    private readonly invitations: InvitationsRepository,
    private readonly joining: JoinAddresses,
    private readonly places: PlaceFinder,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {
    this.organiser = senderOf(config.mailFrom);
  }

  async invite(parts: readonly [Asked, ...Asked[]]): Promise<void> {
    const [first] = parts;
    const { address, expiresAt } = await this.links.issue(
      first.speaker.id,
      first.language,
      first.session.endsAt,
    );
    await this.outbox.enqueue({
      ...this.envelope(first),
      template: 'speaker-invited',
      data: {
        session: this.sessionOf(first, address),
        parts: parts.map(partOf),
        link: address,
        expiresAt,
        isAgain: parts.some(({ invitedAt }) => invitedAt !== null),
      },
    });
  }

  /** With the entry for the speaker's calendar: the same that participants have, and that later mails change. */
  async thank(part: Asked): Promise<void> {
    const { session, speaker, language } = part;
    const { address } = await this.links.issue(speaker.id, language, session.endsAt);
    const mailSession = this.sessionOf(part, address);
    const joinAt = await this.joinAddressOf(part);
    const file = calendarFile({
      method: 'REQUEST',
      events: [
        {
          uid: calendarUid(session.id),
          sequence: session.sequence,
          title: session.title,
          description: `${joinAt}\n${mailSession.url}`,
          url: joinAt,
          location: joinAt,
          startsAt: session.startsAt,
          endsAt: session.endsAt,
          timeZone: session.timeZone,
          status: 'confirmed',
        },
      ],
      organiser: this.organiser,
      attendee: { name: speaker.name, email: speaker.email },
      writtenAt: this.clock.now(),
    });
    await this.outbox.enqueue({
      ...this.envelope(part),
      template: 'speaker-confirmed',
      data: { session: mailSession, parts: [partOf(part)], link: address },
      calendar: { method: 'REQUEST', file },
    });
  }

  /** Of whoever has a seat as well, the seat's: one calendar entry, one address. */
  private async joinAddressOf({ speaker, session }: Asked): Promise<string> {
    const seat = await this.invitations.seatOf(session.id, speaker.email);
    const tokens =
      seat === null
        ? await this.joining.tokensOfSpeakers(session.id, [speaker.id])
        : await this.joining.tokensOf([seat]);
    return this.joining.addressOf(tokens.get(seat ?? speaker.id) ?? '');
  }

  /** Read in the speaker's language, by the clocks of their city; where nobody knows those, by the host's. */
  private envelope({ speaker, language, session }: Asked) {
    const { title, name, email, city, country } = speaker;
    return {
      to: email,
      toName: [title, name].filter(Boolean).join(' '),
      language,
      timeZone: (country === null ? null : this.places.timeZoneOf(city, country)) ?? session.timeZone,
      participantId: null,
    };
  }

  /** A draft has no page yet: until then the speaker's own page is all there is to see. */
  private sessionOf({ session, language }: Asked, ownPage: string): MailSession {
    const { id, title, startsAt, endsAt, timeZone, slug, isPublic } = session;
    return { id, title, startsAt, endsAt, timeZone, url: isPublic ? this.pageOf(slug, language) : ownPage };
  }

  private pageOf(slug: string, language: Language): string {
    return this.config.baseUrl + publicPaths.session(language, slug);
  }
}

function partOf({ role, topic, part }: InvitationFacts): MailPart {
  return { role, topic, part };
}

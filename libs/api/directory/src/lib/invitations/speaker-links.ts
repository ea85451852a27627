import { Injectable } from '@nestjs/common';
import { Clock, Config, hashOf, newToken } from '@reihe/api-platform';
import { publicPaths, SPEAKER_LINK_DAYS, type Language } from '@reihe/shared-contracts';
import { speakerLinkExpired, speakerLinkUnknown } from './invitation.errors';
import { InvitationsRepository } from './invitations.repository';

const DAY_MS = 86_400_000;

/** Links are how speakers prove who they are: no password, no sign-in. Every mail carries one of its own. */
@Injectable()
export class SpeakerLinks {
  constructor(
    private readonly invitations: InvitationsRepository,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  /** Opens until some months after the session it is about. */
  async issue(speakerId: string, language: Language, sessionEndsAt: Date) {
    const token = newToken();
    const expiresAt = new Date(sessionEndsAt.getTime() + SPEAKER_LINK_DAYS * DAY_MS);
    const createdAt = this.clock.now();
    await this.invitations.addLink({ speakerId, tokenHash: hashOf(token), expiresAt, createdAt });
    return { expiresAt, address: this.config.baseUrl + publicPaths.speaker(language, token) };
  }

  /** @throws invitation.link-unknown, invitation.link-expired */
  async speakerOf(token: string): Promise<string> {
    const link = await this.invitations.findLink(hashOf(token));
    if (!link) throw speakerLinkUnknown();
    if (link.expiresAt <= this.clock.now()) throw speakerLinkExpired();
    return link.speakerId;
  }

  /** Every link mailed so far, also to entries merged into this one: the address is another, or was never this person's. */
  async end(speakerId: string): Promise<void> {
    await this.invitations.endLinks(speakerId, this.clock.now());
  }
}

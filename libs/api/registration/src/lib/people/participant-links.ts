import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock, Config, hashOf, newToken } from '@reihe/api-platform';
import type { ParticipantLinkRow } from '@reihe/api-persistence';
import { CONFIRMATION_HOURS, publicPaths, type Language } from '@reihe/shared-contracts';
import { linkExpired, linkUnknown, linkUsed } from '../registration.errors';
import { ParticipantsRepository } from './participants.repository';

const HOUR_MS = 3_600_000;

export interface ConfirmLink {
  /** As it is kept. */
  row: { id: string; participantId: string; tokenHash: string; expiresAt: Date };
  expiresAt: Date;
  address: string;
}

/** Links are how participants prove who they are: no password, no sign-in. */
@Injectable()
export class ParticipantLinks {
  constructor(
    private readonly participants: ParticipantsRepository,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  /** Not written down yet: those of several forms are, at once. */
  newConfirm(participantId: string, language: Language): ConfirmLink {
    const token = newToken();
    const expiresAt = new Date(this.clock.now().getTime() + CONFIRMATION_HOURS * HOUR_MS);
    return {
      row: { id: randomUUID(), participantId, tokenHash: hashOf(token), expiresAt },
      expiresAt,
      address: this.config.baseUrl + publicPaths.confirm(language, token),
    };
  }

  /** Every mail carries a link of its own, for tokens are not kept; all of them stay valid until the person is erased. */
  async issueManage(participantId: string, language: Language) {
    const token = newToken();
    await this.participants.addLink({
      participantId,
      purpose: 'manage',
      tokenHash: hashOf(token),
      expiresAt: null,
      createdAt: this.clock.now(),
    });
    return { token, address: this.config.baseUrl + publicPaths.manage(language, token) };
  }

  /** @throws registration.link-unknown, link-used, link-expired */
  async confirmLink(token: string): Promise<ParticipantLinkRow & { expiresAt: Date }> {
    const link = await this.participants.findLink(hashOf(token), 'confirm');
    if (!link?.expiresAt) throw linkUnknown();
    if (link.usedAt) throw linkUsed();
    if (link.expiresAt <= this.clock.now()) throw linkExpired();
    return { ...link, expiresAt: link.expiresAt };
  }

  /** @throws registration.link-unknown */
  async participantOf(manageToken: string): Promise<string> {
    const link = await this.participants.findLink(hashOf(manageToken), 'manage');
    if (!link) throw linkUnknown();
    return link.participantId;
  }
}

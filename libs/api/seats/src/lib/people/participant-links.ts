import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import {
  Clock,
  Config,
  hashOf,
  linkExpired,
  linkUnknown,
  linkUsed,
  newToken,
  PersonalLinks,
} from '@reihe/api-platform';
import type { ParticipantLinkRow } from '@reihe/api-persistence';
import { CONFIRMATION_HOURS, publicPaths, type Language } from '@reihe/shared-contracts';
import { ParticipantsRepository } from './participants.repository';

const HOUR_MS = 3_600_000;

export interface ConfirmLink {
  /** As it is kept. */
  row: { id: string; participantId: string; tokenHash: string; expiresAt: Date };
  expiresAt: Date;
  address: string;
}

/** The link that confirms a wish, and what follows from the others. */
@Injectable()
export class ParticipantLinks {
  constructor(
    private readonly participants: ParticipantsRepository,
    private readonly personal: PersonalLinks,
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

  issueManage(participantId: string, language: Language) {
    return this.personal.issueManage(participantId, language);
  }

  /** @throws registration.link-unknown, link-used, link-expired */
  usable<Link extends { usedAt: Date | null; expiresAt: Date }>(link: Link | undefined): Link {
    if (!link) throw linkUnknown();
    if (link.usedAt) throw linkUsed();
    if (link.expiresAt <= this.clock.now()) throw linkExpired();
    return link;
  }

  /** @throws registration.link-unknown, link-used, link-expired */
  async confirmLink(token: string): Promise<ParticipantLinkRow & { expiresAt: Date }> {
    const link = await this.participants.findLink(hashOf(token), 'confirm');
    if (!link?.expiresAt) throw linkUnknown();
    return this.usable({ ...link, expiresAt: link.expiresAt });
  }
}

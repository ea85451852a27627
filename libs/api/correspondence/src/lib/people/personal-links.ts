import { Injectable } from '@nestjs/common';
import { Clock, Config, hashOf, newToken } from '@reihe/api-platform';
import { publicPaths, type Language } from '@reihe/shared-contracts';
import { PersonalLinksRepository } from './personal-links.repository';

interface Holder {
  participantId: string;
  language: Language;
}

/** Links that one person gets by mail, for many people in one statement each. Only hashes of their tokens are kept. */
@Injectable()
export class PersonalLinks {
  constructor(
    private readonly links: PersonalLinksRepository,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  /** To somebody's own registrations: absolute, in the order of `people`. */
  async manage(people: readonly Holder[]): Promise<string[]> {
    const issued = people.map((person) => ({ ...person, token: newToken() }));
    await this.links.addManageLinks(
      issued.map(({ participantId, token }) => ({ participantId, tokenHash: hashOf(token) })),
      this.clock.now(),
    );
    return issued.map(({ language, token }) => this.config.baseUrl + publicPaths.manage(language, token));
  }

  /** To the end of news about a series: absolute, in the order of `people`. */
  async unsubscribe(people: readonly (Holder & { seriesId: string | null })[]): Promise<string[]> {
    const issued = people.map((person) => ({ ...person, token: newToken() }));
    await this.links.addUnsubscribeLinks(
      issued.map(({ participantId, seriesId, token }) => ({
        participantId,
        seriesId,
        tokenHash: hashOf(token),
      })),
      this.clock.now(),
    );
    return issued.map(
      ({ language, token }) => this.config.baseUrl + publicPaths.unsubscribe(language, token),
    );
  }
}

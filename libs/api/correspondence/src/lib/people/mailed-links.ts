import { Injectable } from '@nestjs/common';
import { Clock, Config, hashOf, newToken } from '@reihe/api-platform';
import { publicPaths, type Language } from '@reihe/shared-contracts';
import { mySessionsPaths } from '@reihe/shared-registration';
import { MailedLinksRepository } from './mailed-links.repository';

interface Holder {
  participantId: string;
  language: Language;
}

/** Links that one person gets by mail, for many people in one statement each. Only hashes of their tokens are kept. */
@Injectable()
export class MailedLinks {
  constructor(
    private readonly links: MailedLinksRepository,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  /** To somebody's own registrations: absolute, in the order of `people`. */
  async manage(people: readonly Holder[]): Promise<string[]> {
    const issued = people.map((person) => ({ ...person, token: newToken() }));
    await this.links.addPersonal(
      issued.map(({ participantId, token }) => ({
        participantId,
        registrationId: null,
        tokenHash: hashOf(token),
      })),
      this.clock.now(),
    );
    return issued.map(({ language, token }) => this.config.baseUrl + publicPaths.manage(language, token));
  }

  /** Each gives up one place by one click: absolute, by the registration's id. */
  async release(places: readonly (Holder & { registrationId: string })[]): Promise<Map<string, string>> {
    const issued = places.map((place) => ({ ...place, token: newToken() }));
    await this.links.addPersonal(
      issued.map(({ participantId, registrationId, token }) => ({
        participantId,
        registrationId,
        tokenHash: hashOf(token),
      })),
      this.clock.now(),
    );
    return new Map(
      issued.map(({ registrationId, language, token }) => [
        registrationId,
        this.config.baseUrl + mySessionsPaths.release(language, token),
      ]),
    );
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

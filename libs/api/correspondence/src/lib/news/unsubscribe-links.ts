import { Injectable } from '@nestjs/common';
import { Clock, Config, hashOf, newToken } from '@reihe/api-platform';
import { publicPaths, type Language } from '@reihe/shared-contracts';
import { UnsubscribeLinksRepository } from './unsubscribe-links.repository';

export interface NewsReader {
  participantId: string;
  language: Language;
  /** Which news its link ends. */
  seriesId: string | null;
}

/** Behind "no more news" in each mail of its own. Only hashes of their tokens are kept. */
@Injectable()
export class UnsubscribeLinks {
  constructor(
    private readonly links: UnsubscribeLinksRepository,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  /** Absolute, in the order of `readers`. */
  async issueAll(readers: readonly NewsReader[]): Promise<string[]> {
    const issued = readers.map((reader) => ({ ...reader, token: newToken() }));
    await this.links.add(
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

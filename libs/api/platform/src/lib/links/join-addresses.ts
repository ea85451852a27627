import { Injectable } from '@nestjs/common';
import { publicPaths } from '@reihe/shared-contracts';
import { Config } from '../config/config';
import { JoinLinksRepository, type IssuedLink, type JoinHolder } from './join-links.repository';
import { hashOf, newToken } from './link-token';
import { TokenSeal } from './sealed-token';

/**
 * The address at which each registered person, and each speaker with a part, joins a session: made when it is first needed and the
 * same from then on, whatever becomes of the meeting's link. What is behind it is decided when it is opened, so having one
 * lets nobody in.
 */
@Injectable()
export class JoinAddresses {
  private readonly seal: TokenSeal;

  constructor(
    private readonly links: JoinLinksRepository,
    private readonly config: Config,
  ) {
    this.seal = new TokenSeal(config.secret, 'join-links');
  }

  /** Tokens by the registration's id; unknown ids are left out. */
  tokensOf(registrationIds: readonly string[]): Promise<Map<string, string>> {
    return this.tokens(
      registrationIds,
      (ids) => this.links.ofRegistrations(ids),
      (registrationId) => ({ registrationId }),
    );
  }

  /** Tokens by the speaker's id. Whether they have a part is asked when the address is opened. */
  tokensOfSpeakers(sessionId: string, speakerIds: readonly string[]): Promise<Map<string, string>> {
    return this.tokens(
      speakerIds,
      (ids) => this.links.ofSpeakers(sessionId, ids),
      (speakerId) => ({ sessionId, speakerId }),
    );
  }

  /** Absolute, for mails and calendars. */
  addressOf(token: string): string {
    return this.config.baseUrl + publicPaths.join(token);
  }

  private async tokens(
    ids: readonly string[],
    read: (ids: readonly string[]) => Promise<IssuedLink[]>,
    holderOf: (id: string) => JoinHolder,
  ): Promise<Map<string, string>> {
    if (ids.length === 0) return new Map();
    const found = await this.open(await read(ids));
    const missing = [...new Set(ids)].filter((id) => !found.has(id));
    if (missing.length === 0) return found;
    await this.links.add(
      missing.map((id) => {
        const token = newToken();
        return { holder: holderOf(id), tokenHash: hashOf(token), sealedToken: this.seal.seal(token) };
      }),
    );
    // Read again rather than trusted: another process may have been first.
    for (const [id, token] of await this.open(await read(missing))) found.set(id, token);
    return found;
  }

  /** A link sealed under a secret that is gone cannot be written into a mail again: it makes room for a new one. */
  private async open(links: readonly IssuedLink[]): Promise<Map<string, string>> {
    const tokens = new Map<string, string>();
    const unreadable: string[] = [];
    for (const { id, holderId, sealedToken } of links) {
      const token = this.seal.open(sealedToken);
      if (token === null) unreadable.push(id);
      else tokens.set(holderId, token);
    }
    if (unreadable.length > 0) await this.links.retire(unreadable);
    return tokens;
  }
}

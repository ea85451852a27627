import { Injectable } from '@nestjs/common';
import { publicPaths, type Language } from '@reihe/shared-contracts';
import { mySessionsPaths } from '@reihe/shared-registration';
import { Config } from '../config/config';
import { Clock } from '../time/clock';
import { linkUnknown } from './link.errors';
import { hashOf, newToken } from './link-token';
import { PersonalLinksRepository } from './personal-links.repository';
import { TokenSeal } from './sealed-token';

/** Whom a mail goes to, and the places that it lets them give up. */
export interface MailedPlaces {
  participantId: string;
  language: Language;
  registrationIds: readonly string[];
}

export interface IssuedLinks {
  token: string;
  address: string;
  /** Each gives up one place and opens nothing else: addresses by the registration's id. */
  releases: ReadonlyMap<string, string>;
}

/**
 * Links are how participants prove who they are: no password, no sign-in. Every mail carries a link of its own, for tokens are kept
 * as hashes; all of them stay valid until the person is erased or moves to another address.
 */
@Injectable()
export class PersonalLinks {
  private readonly seal: TokenSeal;

  constructor(
    private readonly rows: PersonalLinksRepository,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {
    this.seal = new TokenSeal(config.secret, 'calendar-links');
  }

  /** Opens everything that somebody is registered for. */
  async issueManage(participantId: string, language: Language): Promise<{ token: string; address: string }> {
    const [issued] = await this.issueAll([{ participantId, language, registrationIds: [] }]);
    if (!issued) throw new Error('Whoever asks for one link gets one.');
    return issued;
  }

  /** What mails to several people link to: for each a link that opens everything, and one per place to give up. In their order. */
  async issueAll(mailed: readonly MailedPlaces[]): Promise<IssuedLinks[]> {
    const createdAt = this.clock.now();
    const made = mailed.map((one) => ({
      ...one,
      token: newToken(),
      releases: one.registrationIds.map((registrationId) => ({ registrationId, token: newToken() })),
    }));
    await this.rows.add(
      made.flatMap(({ participantId, token, releases }) => [
        { participantId, purpose: 'manage' as const, tokenHash: hashOf(token), createdAt },
        ...releases.map(({ registrationId, token: own }) => ({
          ...{ participantId, registrationId, createdAt },
          purpose: 'release' as const,
          tokenHash: hashOf(own),
        })),
      ]),
    );
    return made.map(({ language, token, releases }) => ({
      token,
      address: this.config.baseUrl + publicPaths.manage(language, token),
      releases: new Map(
        releases.map(({ registrationId, token: own }) => [
          registrationId,
          this.config.baseUrl + mySessionsPaths.release(language, own),
        ]),
      ),
    }));
  }

  /** Token of the feed that calendars subscribe to: made when it is first shown, the same from then on. */
  async calendarToken(participantId: string): Promise<string> {
    const known = await this.rows.calendarOf(participantId);
    const opened = known?.sealedToken ? this.seal.open(known.sealedToken) : null;
    if (opened !== null) return opened;
    const token = newToken();
    await this.rows.add([
      {
        participantId,
        purpose: 'calendar',
        tokenHash: hashOf(token),
        sealedToken: this.seal.seal(token),
        createdAt: this.clock.now(),
      },
    ]);
    return token;
  }

  /** @throws registration.link-unknown */
  async participantOf(token: string, purpose: 'manage' | 'calendar' = 'manage'): Promise<string> {
    const link = await this.rows.find(hashOf(token), purpose);
    if (!link) throw linkUnknown();
    return link.participantId;
  }

  /** What a link of a mail gives up. @throws registration.link-unknown */
  async releaseOf(token: string): Promise<{ participantId: string; registrationId: string }> {
    const link = await this.rows.find(hashOf(token), 'release');
    if (!link?.registrationId) throw linkUnknown();
    return { participantId: link.participantId, registrationId: link.registrationId };
  }
}

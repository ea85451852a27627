import { Injectable } from '@nestjs/common';
import { calendarFile, calendarUid } from '@reihe/api-mail';
import { Clock, Config, fallbackOrder, hashOf, JoinAddresses, sessionNotFound } from '@reihe/api-platform';
import { linkUnknown } from '@reihe/api-seats';
import { publicPaths, type JoinPage, type Language } from '@reihe/shared-contracts';
import { joinSituation } from '@reihe/shared-policies';
import type { JoinHolder } from './join-holder';
import { toJoinPage } from './join-page.mapper';
import { JoiningRepository } from './joining.repository';

/** What is behind a join address: always the session as it stands now, so that no mail has to be sent again. */
@Injectable()
export class JoinSession {
  constructor(
    private readonly joining: JoiningRepository,
    private readonly addresses: JoinAddresses,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  /** Opening it counts as nothing: mail scanners open links too. @throws registration.link-unknown */
  async read(token: string, language: Language): Promise<JoinPage> {
    return toJoinPage(await this.holderOf(token, language), this.clock.now());
  }

  /**
   * Where pressing the button leads: into the meeting, or back to the page, which says why not. Notes the hint of attendance.
   * @throws registration.link-unknown
   */
  async enter(token: string, language: Language): Promise<{ url: string }> {
    const { seat, session, registrationId } = await this.holderOf(token, language);
    const now = this.clock.now();
    if (joinSituation(seat, session, now) !== 'open' || session.url === '')
      return { url: publicPaths.joinPage(language, token) };
    if (registrationId !== null) await this.joining.press(registrationId, session.id, now);
    return { url: session.url };
  }

  /** The page in the holder's language; in `language` where nobody told theirs, or nobody holds it. */
  async pageOf(token: string, language: Language): Promise<{ url: string }> {
    const found = await this.joining.holderOf(hashOf(token), fallbackOrder(language));
    return { url: publicPaths.joinPage(found?.language ?? language, token) };
  }

  /** The holder's own entry for their calendar; its place is their address. @throws registration.link-unknown */
  async calendar(token: string, language: Language): Promise<string> {
    const { session } = await this.holderOf(token, language);
    const address = this.addresses.addressOf(token);
    const page = this.config.baseUrl + publicPaths.session(language, session.slug);
    return calendarFile({
      method: 'PUBLISH',
      events: [
        {
          uid: calendarUid(session.id),
          sequence: session.sequence,
          title: session.title,
          description: `${address}\n${page}`,
          url: address,
          location: address,
          startsAt: session.startsAt,
          endsAt: session.endsAt,
          timeZone: session.timeZone,
          status: session.state === 'cancelled' ? 'cancelled' : 'confirmed',
        },
      ],
      writtenAt: this.clock.now(),
    });
  }

  /** For staff, who pass them on. @throws session.not-found */
  async speakerAddresses(sessionId: string) {
    const speakers = await this.joining.speakersOf(sessionId);
    if (!speakers) throw sessionNotFound();
    const tokens = await this.addresses.tokensOfSpeakers(
      sessionId,
      speakers.map(({ speakerId }) => speakerId),
    );
    return speakers.map((speaker) => ({
      ...speaker,
      address: this.addresses.addressOf(tokens.get(speaker.speakerId) ?? ''),
    }));
  }

  private async holderOf(token: string, language: Language): Promise<JoinHolder> {
    const found = await this.joining.holderOf(hashOf(token), fallbackOrder(language));
    if (!found) throw linkUnknown();
    return found;
  }
}

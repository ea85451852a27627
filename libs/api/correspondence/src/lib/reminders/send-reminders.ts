import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Transactional } from '@nestjs-cls/transactional';
import { Outbox, type Mail } from '@reihe/api-mail';
import { Clock, Config, Jobs, JoinAddresses, PersonalLinks, type IssuedLinks } from '@reihe/api-platform';
import { mailSessionOf } from '../people/reader';
import { digestsOf, type Digest } from './digests';
import { RemindersRepository } from './reminders.repository';

export const SEND_REMINDERS_JOB = 'correspondence.reminders';
/** People per transaction: the sessions' rows are shared meanwhile, so seats wait that long. */
const PEOPLE_PER_STEP = 50;
/** Longer runs end themselves; the next one goes on a minute later. */
const STEPS_PER_RUN = 200;

/**
 * Reminds everybody with a confirmed place, in one mail per person, day and lead time. Whoever was confirmed after a reminder's moment
 * knows already. Sent exactly once: the key of what was sent is written with the mail.
 */
@Injectable()
export class SendReminders implements OnModuleInit {
  constructor(
    private readonly reminders: RemindersRepository,
    private readonly outbox: Outbox,
    private readonly links: PersonalLinks,
    private readonly joining: JoinAddresses,
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly jobs: Jobs,
  ) {}

  onModuleInit(): void {
    this.jobs.every(SEND_REMINDERS_JOB, '* * * * *', () => this.sendDue());
  }

  /** Number of mails written. */
  async sendDue(): Promise<number> {
    await this.reminders.takeBackStale(this.clock.now());
    let written = 0;
    for (let step = 0; step < STEPS_PER_RUN; step += 1) {
      const mails = await this.sendSome();
      if (mails === 0) break;
      written += mails;
    }
    return written;
  }

  @Transactional()
  private async sendSome(): Promise<number> {
    const now = this.clock.now();
    const sessions = await this.reminders.dueSessions(now, PEOPLE_PER_STEP);
    if (sessions.length === 0) return 0;
    await this.reminders.share(sessions);
    // Asked again under the lock: whatever was cancelled or moved in between is not among them any more.
    const digests = digestsOf(await this.reminders.claim(now, PEOPLE_PER_STEP, sessions));
    if (digests.length === 0) return 0;
    const links = await this.links.issueAll(
      digests.map((digest) => ({
        participantId: digest[0].participantId,
        language: digest[0].language,
        registrationIds: digest.map(({ registrationId }) => registrationId),
      })),
    );
    const tokens = await this.joining.tokensOf(digests.flat().map(({ registrationId }) => registrationId));
    const mails = digests.flatMap((digest, index) => {
      const own = links[index];
      return own ? [this.mailFor(digest, own, tokens)] : [];
    });
    const messageIds = await this.outbox.enqueueAll(mails);
    await this.reminders.tieToMessages(
      digests.flatMap((digest, index) =>
        digest.map((reminder) => ({ ...reminder, messageId: messageIds[index] ?? '' })),
      ),
    );
    return digests.length;
  }

  private mailFor(
    digest: Digest,
    { address: manageLink, releases }: IssuedLinks,
    tokens: ReadonlyMap<string, string>,
  ): Mail<'reminder'> {
    const [{ participantId, email, name, language, timeZone }] = digest;
    const last = Math.max(...digest.map(({ session }) => Date.parse(session.startsAt)));
    return {
      template: 'reminder',
      to: email,
      toName: name,
      language,
      timeZone,
      participantId,
      usefulUntil: new Date(last),
      data: {
        manageLink,
        sessions: digest.map(({ registrationId, session }) => {
          const token = tokens.get(registrationId);
          return {
            session: mailSessionOf(session, language, this.config.baseUrl),
            meeting: token === undefined ? null : { url: this.joining.addressOf(token) },
            release: releases.get(registrationId) ?? '',
          };
        }),
      },
    };
  }
}

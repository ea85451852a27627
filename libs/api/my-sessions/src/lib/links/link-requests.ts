import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Transactional } from '@nestjs-cls/transactional';
import { Outbox } from '@reihe/api-mail';
import { Clock, Jobs, PersonalLinks } from '@reihe/api-platform';
import type { RegisterAnswer } from '@reihe/shared-contracts';
import { emailKey } from '@reihe/shared-policies';
import type { AskForLink } from '@reihe/shared-registration';
import { EmailChanges, SEND_LINKS_JOB } from '../email/email-changes';
import { MySessionsRepository } from '../my-sessions.repository';

const AT_ONCE = 100;
/** So that nobody's mailbox is filled by asking over and over; the answer on screen stays the same. */
export const LINKS_PER_HOUR = 3;
const HOUR_MS = 3_600_000;

/**
 * Somebody lost their link and asks for another. Written down and answered before anybody looks whether the address is known: neither
 * words nor time of the answer can tell. Who is unknown gets nothing, for a mail would tell whoever typed a stranger's address.
 */
@Injectable()
export class LinkRequests implements OnModuleInit {
  constructor(
    private readonly rows: MySessionsRepository,
    private readonly links: PersonalLinks,
    private readonly emails: EmailChanges,
    private readonly outbox: Outbox,
    private readonly jobs: Jobs,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    // Every ten minutes too: what a lost job left behind.
    this.jobs.every(SEND_LINKS_JOB, '*/10 * * * *', () => this.sendAll());
  }

  async ask({ email, language }: AskForLink): Promise<RegisterAnswer> {
    await this.rows.askForLink(emailKey(email), language, this.clock.now());
    this.jobs.send(SEND_LINKS_JOB);
    return { outcome: 'check-your-mail' };
  }

  async sendAll(): Promise<void> {
    while ((await this.send()) === AT_ONCE);
  }

  /** How many were asked for. */
  @Transactional()
  async send(): Promise<number> {
    const asked = await this.rows.takeLinkRequests(AT_ONCE);
    const since = new Date(this.clock.now().getTime() - HOUR_MS);
    for (const { emailKey: key, language, participantId, newEmail } of asked) {
      if (participantId !== null && newEmail !== null) {
        await this.emails.answer({ participantId, newEmail, language });
        continue;
      }
      const person = await this.rows.whoMayHaveLink(key, since, LINKS_PER_HOUR);
      if (!person) continue;
      const { address } = await this.links.issueManage(person.id, language);
      await this.outbox.enqueue({
        template: 'my-sessions-link',
        data: { manageLink: address },
        to: person.email,
        toName: person.name,
        language,
        timeZone: person.timeZone,
        participantId: person.id,
      });
    }
    return asked.length;
  }
}

import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { Jobs } from '@reihe/api-platform';
import { DELIVER_HELD_MAIL_JOB, DELIVER_MAIL_JOB } from '../outbox/outbox';
import { OutboxRepository, type ClaimedMessage } from '../outbox/outbox.repository';
import { MailServerUnreachable, MailTransport } from './mail-transport';

/** After this a claimed message counts as left by a killed worker and is taken again. */
export const CLAIM_SECONDS = 300;
/** Waiting time before each further try; after the last one the message is given up: about a day in all. */
export const RETRY_SECONDS = [60, 300, 900, 3_600, 10_800, 21_600, 43_200] as const;
export const MAX_ATTEMPTS = RETRY_SECONDS.length + 1;
/** Longer runs end themselves; the next scheduled one goes on. */
const MAX_PER_RUN = 500;

/** Sends what waits in the outbox, at least once. Any number of workers may run: a message belongs to one at a time. */
@Injectable()
export class MailWorker implements OnModuleInit {
  private readonly logger = new Logger(MailWorker.name);

  constructor(
    private readonly messages: OutboxRepository,
    private readonly transport: MailTransport,
    private readonly jobs: Jobs,
  ) {}

  onModuleInit(): void {
    this.jobs.every(DELIVER_MAIL_JOB, '* * * * *', () => this.deliverDue());
    this.jobs.on(DELIVER_HELD_MAIL_JOB, () => this.deliverHeld());
  }

  /** What was held back and is due now; asks to be called again for what is due next. */
  private async deliverHeld(): Promise<void> {
    if (!this.transport.isConfigured) return;
    await this.deliverDue();
    const next = await this.messages.nextHeld();
    if (next) this.jobs.send(DELIVER_HELD_MAIL_JOB, next);
  }

  /** Number of messages sent. Without a mail server nothing is claimed: the messages wait. */
  async deliverDue(): Promise<number> {
    if (!this.transport.isConfigured) return 0;
    let sent = 0;
    for (let taken = 0; taken < MAX_PER_RUN; taken += 1) {
      const message = await this.messages.claimNext(CLAIM_SECONDS, MAX_ATTEMPTS);
      if (!message) break;
      const outcome = await this.deliver(message);
      if (outcome === 'sent') sent += 1;
      if (outcome === 'unreachable') break;
    }
    return sent;
  }

  private async deliver(message: ClaimedMessage): Promise<'sent' | 'refused' | 'unreachable'> {
    try {
      await this.transport.send(message);
    } catch (error) {
      const reason = error instanceof Error ? error.message : 'unknown';
      this.logger.warn({ message: message.id, attempt: message.attempts, reason }, 'A mail was not sent');
      await this.messages.markFailed(message, reason, RETRY_SECONDS[message.attempts - 1] ?? null);
      return error instanceof MailServerUnreachable ? 'unreachable' : 'refused';
    }
    await this.messages.markSent(message);
    return 'sent';
  }
}

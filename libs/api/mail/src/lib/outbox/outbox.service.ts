import { Injectable } from '@nestjs/common';
import { Transactional } from '@nestjs-cls/transactional';
import { Config, Jobs, offsetOf, pageOf } from '@reihe/api-platform';
import type { Page } from '@reihe/shared-contracts';
import type { OutboxMessage, OutboxStatus, OutboxSummary } from '@reihe/shared-registration';
import { DELIVER_MAIL_JOB } from './outbox';
import { messageNotFound, messageNotWaiting } from './outbox.errors';
import { toOutboxMessage, toOutboxSummary } from './outbox.mapper';
import type { OutboxQuery } from './outbox.queries';
import { OutboxRepository } from './outbox.repository';

/** What staff see of the mail: on a laptop without a mail server this is where it is read. */
@Injectable()
export class OutboxService {
  constructor(
    private readonly messages: OutboxRepository,
    private readonly jobs: Jobs,
    private readonly config: Config,
  ) {}

  async list(query: OutboxQuery): Promise<Page<OutboxSummary>> {
    const { rows, total } = await this.messages.list(query, offsetOf(query), query.pageSize);
    return pageOf(rows.map(toOutboxSummary), total, query);
  }

  async status(): Promise<OutboxStatus> {
    return { isMailServerConfigured: this.config.smtpUrl !== null, ...(await this.messages.totals()) };
  }

  async read(id: string): Promise<OutboxMessage> {
    const row = await this.messages.find(id);
    if (!row) throw messageNotFound();
    return toOutboxMessage(row);
  }

  /** @throws outbox.wrong-state where the message is sent already. */
  @Transactional()
  async retry(id: string): Promise<void> {
    if (!(await this.messages.queueAgain(id))) {
      throw (await this.messages.find(id)) ? messageNotWaiting() : messageNotFound();
    }
    this.messages.afterCommit(() => {
      this.jobs.send(DELIVER_MAIL_JOB);
    });
  }
}

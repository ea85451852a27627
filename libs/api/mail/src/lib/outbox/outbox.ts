import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Config, Jobs } from '@reihe/api-platform';
import type { Language } from '@reihe/shared-contracts';
import type { CalendarMethod } from '../calendar/calendar-file';
import { renderMail, type MailTemplate, type MailTemplates } from '../templates';
import { OutboxRepository } from './outbox.repository';

export const DELIVER_MAIL_JOB = 'mail.deliver';

export interface Mail<T extends MailTemplate> {
  template: T;
  language: Language;
  to: string;
  toName: string;
  /** The reader's: their own time stands first in the mail. */
  timeZone: string;
  /** Whose mail it is, so that erasing the person finds it; null for a speaker's. */
  participantId: string | null;
  data: MailTemplates[T];
  calendar?: { method: CalendarMethod; file: string };
}

/** Invariant 4: a mail is a row of the transaction that causes it; no row without the cause, no cause without the row. */
@Injectable()
export class Outbox {
  private readonly host: string;

  constructor(
    private readonly messages: OutboxRepository,
    private readonly jobs: Jobs,
    config: Config,
  ) {
    this.host = new URL(config.baseUrl).hostname;
  }

  /** Call it inside the transaction of the cause. Sending begins after its commit. */
  async enqueue<T extends MailTemplate>(mail: Mail<T>): Promise<void> {
    const id = randomUUID();
    const toName = oneLine(mail.toName);
    const reader = { name: toName, timeZone: mail.timeZone, language: mail.language };
    const rendered = renderMail(mail.template, mail.data, reader, { host: this.host });
    await this.messages.insert({
      id,
      messageId: `<${id}@${this.host}>`,
      template: mail.template,
      language: mail.language,
      toAddress: oneLine(mail.to),
      toName,
      subject: oneLine(rendered.subject),
      text: rendered.text,
      html: rendered.html,
      calendar: mail.calendar?.file ?? null,
      calendarMethod: mail.calendar?.method ?? null,
      participantId: mail.participantId,
      state: 'queued',
      attempts: 0,
      claimedAt: null,
      sentAt: null,
      lastError: null,
    });
    this.messages.afterCommit(() => {
      this.jobs.send(DELIVER_MAIL_JOB);
    });
  }
}

/** Header lines end at a line break: what people type must not begin another. */
function oneLine(text: string): string {
  return text.replace(/[\u0000-\u001f\u007f\u2028\u2029]+/g, ' ').trim();
}

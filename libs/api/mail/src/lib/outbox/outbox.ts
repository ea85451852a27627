import { createHash, randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Config, Jobs } from '@reihe/api-platform';
import type { SessionNewsOf } from '@reihe/api-persistence';
import type { Language } from '@reihe/shared-contracts';
import type { CalendarMethod } from '../calendar/calendar-file';
import { headerText, oneLine } from '../one-line';
import { renderMail, type MailTemplate, type MailTemplates } from '../templates';
import { OutboxRepository, type NewMessage } from './outbox.repository';

export const DELIVER_MAIL_JOB = 'mail.deliver';
/** A job of its own: one that waits for a moment must not be taken for the one that is wanted now. */
export const DELIVER_HELD_MAIL_JOB = 'mail.deliver-held';

/** Written to many at once, and nobody waits for them: they go when nothing else is due. */
const CAN_WAIT: ReadonlySet<MailTemplate> = new Set(['thanks', 'recap-published', 'organiser-message']);

export interface Mail<T extends MailTemplate> {
  template: T;
  language: Language;
  to: string;
  toName: string;
  /** The reader's: their own time stands first in the mail. */
  timeZone: string;
  /** Whose mail it is, so that erasing the person finds it; null: not a participant's. */
  participantId: string | null;
  data: MailTemplates[T];
  calendar?: { method: CalendarMethod; file: string };
  news?: MailedNews;
  /** Not about a place held: the address where its reader ends such news by one click. */
  unsubscribeUrl?: string;
  /** Not sent after this, whatever kept it. */
  usefulUntil?: Date;
}

/** That a mail tells of a changed session. */
export interface MailedNews {
  sessionId: string;
  tells: SessionNewsOf;
  /** The change that can still be undone: the mail is held back until then. */
  change?: { id: string; sendAfter: Date } | undefined;
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

  /** Call it inside the transaction of the cause. Sending begins after its commit. The message's id. */
  async enqueue<T extends MailTemplate>(mail: Mail<T>): Promise<string> {
    const [id = ''] = await this.enqueueAll([mail]);
    return id;
  }

  /** Several of one transaction, by one statement. Their ids, in order. */
  async enqueueAll(mails: readonly Mail<MailTemplate>[]): Promise<string[]> {
    if (mails.length === 0) return [];
    const messages = mails.map((mail) => this.messageOf(mail));
    await this.messages.insert(messages);
    this.messages.afterCommit(() => {
      const held = mails.flatMap(({ news }) => news?.change?.sendAfter ?? []);
      for (const sendAfter of new Set(held)) this.jobs.send(DELIVER_HELD_MAIL_JOB, sendAfter);
      if (held.length < mails.length) this.jobs.send(DELIVER_MAIL_JOB);
    });
    return messages.map(({ id }) => id);
  }

  private messageOf(mail: Mail<MailTemplate>): NewMessage {
    const id = randomUUID();
    const reader = { name: oneLine(mail.toName), timeZone: mail.timeZone, language: mail.language };
    const change = mail.news?.change;
    const { unsubscribeUrl } = mail;
    const rendered = renderMail(mail.template, mail.data, reader, { host: this.host, unsubscribeUrl });
    return {
      id,
      messageId: `<${id}@${this.host}>`,
      template: mail.template,
      language: mail.language,
      toAddress: oneLine(mail.to),
      toName: headerText(mail.toName),
      subject: headerText(rendered.subject),
      text: rendered.text,
      html: rendered.html,
      calendar: mail.calendar?.file ?? null,
      calendarMethod: mail.calendar?.method ?? null,
      participantId: mail.participantId,
      sessionId: mail.news?.sessionId ?? null,
      changeId: change?.id ?? null,
      sessionNews: mail.news?.tells ?? null,
      threadId: this.threadOf(mail, rendered.sessionIds),
      unsubscribeUrl: unsubscribeUrl ?? null,
      usefulUntil: mail.usefulUntil ?? null,
      canWait: CAN_WAIT.has(mail.template),
      sendAfter: change?.sendAfter ?? null,
      ...(change && { notBefore: change.sendAfter }),
      state: 'queued',
      attempts: 0,
      claimedAt: null,
      sentAt: null,
      lastError: null,
    };
  }

  /**
   * Everything that one reader gets about one session answers the same message, which was never sent: so mail programs keep it
   * together. What is about several sessions stands alone, for it would tie theirs into one.
   */
  private threadOf({ participantId, to }: Mail<MailTemplate>, sessionIds: readonly string[]): string | null {
    const [sessionId, ...others] = sessionIds;
    if (sessionId === undefined || others.length > 0) return null;
    const reader = participantId ?? createHash('sha256').update(to.toLowerCase()).digest('hex').slice(0, 32);
    return `<session-${sessionId}.${reader}@${this.host}>`;
  }
}

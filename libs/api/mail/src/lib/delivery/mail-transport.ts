import { types } from 'node:util';
import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { Config } from '@reihe/api-platform';
import { createTransport } from 'nodemailer';
import type { ClaimedMessage } from '../outbox/outbox.repository';

type Transporter = ReturnType<typeof createTransport>;

/** The mail server refuses everybody, not this message: nothing else need be tried now. */
export class MailServerUnreachable extends Error {}

/** Together far below the time after which a claimed message is taken again. */
const TIMEOUTS_MS = { connectionTimeout: 15_000, greetingTimeout: 15_000, socketTimeout: 60_000 };
const UNREACHABLE_CODES = ['ECONNECTION', 'ETIMEDOUT', 'ESOCKET', 'EDNS', 'EAUTH', 'ECONNREFUSED', 'ETLS'];

@Injectable()
export class MailTransport implements OnApplicationShutdown {
  private readonly transporter: Transporter | null;

  constructor(config: Config) {
    this.transporter = config.smtpUrl
      ? createTransport({ url: config.smtpUrl, ...TIMEOUTS_MS }, { from: config.mailFrom })
      : null;
  }

  /** False: there is no mail server, messages wait. */
  get isConfigured(): boolean {
    return this.transporter !== null;
  }

  /** Resolves once the server has taken the message over. @throws MailServerUnreachable, or why it refused this one. */
  async send(message: ClaimedMessage): Promise<void> {
    if (!this.transporter) throw new MailServerUnreachable('no mail server is configured');
    try {
      await this.transporter.sendMail({
        messageId: message.messageId,
        to: { name: message.toName, address: message.toAddress },
        subject: message.subject,
        text: message.text,
        html: message.html,
        ...(message.threadId !== null && {
          inReplyTo: message.threadId,
          references: [message.threadId],
        }),
        headers: headersOf(message),
        disableFileAccess: true,
        disableUrlAccess: true,
        ...(message.calendar && {
          icalEvent: {
            filename: 'session.ics',
            method: message.calendarMethod ?? 'PUBLISH',
            content: message.calendar,
          },
        }),
      });
    } catch (error) {
      throw reasonOf(error);
    }
  }

  /** After the jobs have ended (`beforeApplicationShutdown`), so that a mail on its way arrives. */
  onApplicationShutdown(): void {
    this.transporter?.close();
  }
}

function headersOf({ unsubscribeUrl }: ClaimedMessage): Record<string, string> {
  return {
    // Says to other machines that no answer is wanted (RFC 3834): no holiday notes come back.
    'Auto-Submitted': 'auto-generated',
    // By one click of the mail program, without a page (RFC 8058); the same address is a page for people.
    ...(unsubscribeUrl !== null && {
      'List-Unsubscribe': `<${unsubscribeUrl}>`,
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    }),
  };
}

/** The server's words, without addresses. */
function reasonOf(error: unknown): Error {
  if (!types.isNativeError(error)) return new Error('unknown');
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  const words = `${code} ${error.message}`.trim().replace(/[^\s<>]+@[^\s<>]+/g, '…');
  return UNREACHABLE_CODES.includes(code) ? new MailServerUnreachable(words) : new Error(words);
}

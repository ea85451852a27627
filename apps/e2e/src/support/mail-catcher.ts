import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { simpleParser, type ParsedMail } from 'mailparser';
import { SMTPServer } from 'smtp-server';

/** One received mail, taken apart. */
export interface CaughtMail {
  to: string;
  from: string;
  subject: string;
  messageId: string;
  text: string;
  html: string;
  /** Calendar part, if any. */
  calendar: string | null;
}

/** A mail server that keeps what it is sent, and answers it as JSON so that every test process can read it. */
export class MailCatcher {
  private readonly mails: CaughtMail[] = [];
  private readonly smtp = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    onData: (stream, _session, done) => {
      simpleParser(stream).then(
        (mail) => {
          this.mails.push(caught(mail));
          done();
        },
        (error: unknown) => done(error instanceof Error ? error : new Error(String(error))),
      );
    },
  });
  private readonly http: Server = createServer((request, response) => {
    const to = new URL(request.url ?? '/', 'http://localhost').searchParams.get('to');
    response.setHeader('Content-Type', 'application/json');
    response.end(JSON.stringify(this.mails.filter((mail) => to === null || mail.to === to)));
  });

  async start(): Promise<{ smtpUrl: string; readUrl: string }> {
    await new Promise<void>((resolve) => this.smtp.listen(0, '127.0.0.1', resolve));
    await new Promise<void>((resolve) => this.http.listen(0, '127.0.0.1', resolve));
    const port = (server: { address(): AddressInfo | string | null }) =>
      (server.address() as AddressInfo).port;
    return {
      smtpUrl: `smtp://127.0.0.1:${port(this.smtp.server)}`,
      readUrl: `http://127.0.0.1:${port(this.http)}`,
    };
  }

  async stop(): Promise<void> {
    await new Promise<void>((resolve) => this.smtp.close(resolve));
    this.http.closeAllConnections();
    await new Promise((resolve) => this.http.close(resolve));
  }
}

function caught(mail: ParsedMail): CaughtMail {
  const to = Array.isArray(mail.to) ? mail.to[0] : mail.to;
  const calendar = mail.attachments.find(({ contentType }) => contentType === 'text/calendar');
  return {
    to: to?.value[0]?.address ?? '',
    from: mail.from?.text ?? '',
    subject: mail.subject ?? '',
    messageId: mail.messageId ?? '',
    text: mail.text ?? '',
    html: typeof mail.html === 'string' ? mail.html : '',
    calendar: calendar?.content.toString('utf8') ?? null,
  };
}

import type { AddressInfo } from 'node:net';
import { simpleParser, type ParsedMail } from 'mailparser';
import { SMTPServer } from 'smtp-server';

export interface CaughtMail extends ParsedMail {
  /** As it came over the wire, octet by octet. */
  raw: string;
  /** To whom it was handed over, whatever its headers say. */
  recipients: string[];
}

/** A real SMTP server that keeps what it is given; for specs. */
export class MailCatcher {
  readonly mails: CaughtMail[] = [];
  /** Set to refuse what comes. */
  refusal: { code: number; words: string } | null = null;
  private readonly server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData: (stream, { envelope }, done) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        if (this.refusal) {
          done(Object.assign(new Error(this.refusal.words), { responseCode: this.refusal.code }));
          return;
        }
        const raw = Buffer.concat(chunks);
        void simpleParser(raw).then((mail) => {
          const recipients = envelope.rcptTo.map(({ address }) => address);
          this.mails.push({ ...mail, raw: raw.toString('latin1'), recipients });
          done();
        });
      });
    },
  });

  static async listening(): Promise<MailCatcher> {
    const catcher = new MailCatcher();
    await new Promise<void>((resolve) => {
      catcher.server.listen(0, '127.0.0.1', resolve);
    });
    return catcher;
  }

  get url(): string {
    const { port } = this.server.server.address() as AddressInfo;
    return `smtp://127.0.0.1:${port}`;
  }

  close(): Promise<void> {
    return new Promise((resolve) => {
      this.server.close(resolve);
    });
  }
}

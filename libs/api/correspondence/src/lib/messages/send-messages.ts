import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Transactional } from '@nestjs-cls/transactional';
import { Outbox, type Mail } from '@reihe/api-mail';
import { AuditTrail, Clock, Config, Jobs, JoinAddresses, PersonalLinks } from '@reihe/api-platform';
import { placeholdersIn } from '@reihe/shared-form-policies';
import type { LeftOutReason } from '@reihe/shared-registration';
import { UnsubscribeLinks } from '../news/unsubscribe-links';
import { letterFor } from './message-letter';
import { MessagesRepository, type NextRecipient, type SendingMessage } from './messages.repository';
import { SessionsOfMessages } from './sessions-of-messages.repository';

export const SEND_MESSAGES_JOB = 'correspondence.messages';
/** What was asked for and lost is found by this. */
export const SWEEP_MESSAGES_JOB = 'correspondence.messages-sweep';
/** Readers per transaction: pausing waits for one such step, no longer. */
export const READERS_PER_STEP = 50;

type Written = NextRecipient & { email: string };

/**
 * Writes messages into the outbox, a step at a time under the lock of the message's row. Whoever pauses holds the same lock, so no step
 * runs after that; a step that died left nothing behind, for its mails and its marks are one transaction.
 */
@Injectable()
export class SendMessages implements OnModuleInit {
  constructor(
    private readonly messages: MessagesRepository,
    private readonly sessions: SessionsOfMessages,
    private readonly outbox: Outbox,
    private readonly links: PersonalLinks,
    private readonly unsubscribing: UnsubscribeLinks,
    private readonly joining: JoinAddresses,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly jobs: Jobs,
  ) {}

  onModuleInit(): void {
    this.jobs.on(SEND_MESSAGES_JOB, () => this.sendAll());
    this.jobs.every(SWEEP_MESSAGES_JOB, '* * * * *', () => this.sendAll());
  }

  async sendAll(): Promise<void> {
    await this.takeBackOutdated();
    while (await this.sendSome());
  }

  /** What has not gone and says of a session what is no longer so is written anew. */
  @Transactional()
  private async takeBackOutdated(): Promise<void> {
    const now = this.clock.now();
    const messages = await this.sessions.lockOutdated(now);
    if (messages.length > 0) await this.sessions.takeBackOutdated(messages, now);
  }

  /** One step. False: nothing is left to be done now that no other process is at. */
  @Transactional()
  async sendSome(): Promise<boolean> {
    const message = await this.messages.lockNextSending();
    if (!message || !(await this.sessions.share(message.id, READERS_PER_STEP))) return false;
    const readers = await this.messages.nextRecipients(message, READERS_PER_STEP);
    if (readers.length === 0) {
      await this.finish(message.id);
      return true;
    }
    const leftOut = readers.flatMap((reader) => {
      const reason = reasonToLeaveOut(message, reader);
      return reason === null ? [] : [{ participantId: reader.participantId, reason }];
    });
    if (leftOut.length > 0) await this.messages.markLeftOut(message.id, leftOut);
    const out = new Set(leftOut.map(({ participantId }) => participantId));
    await this.write(
      message,
      readers.flatMap((reader) =>
        reader.email === null || out.has(reader.participantId) ? [] : [{ ...reader, email: reader.email }],
      ),
    );
    return true;
  }

  private async write(message: SendingMessage, readers: readonly Written[]): Promise<void> {
    if (readers.length === 0) return;
    const used = new Set(
      Object.values(message.texts).flatMap(({ subject, body }) => placeholdersIn(`${subject} ${body}`)),
    );
    const manage = used.has('my-sessions')
      ? await this.links.issueAll(readers.map((reader) => ({ ...reader, registrationIds: [] })))
      : [];
    const tokens = used.has('join')
      ? await this.joining.tokensOf(placesToJoin(readers))
      : new Map<string, string>();
    const unsubscribe =
      message.kind === 'news'
        ? await this.unsubscribing.issueAll(
            readers.map((reader) => ({ ...reader, seriesId: message.seriesOf })),
          )
        : [];
    const mails = readers.map((reader, index) =>
      this.mailFor(message, reader, {
        mySessions: manage[index]?.address ?? '',
        joinAddresses: placesToJoin([reader]).flatMap((id) => {
          const token = tokens.get(id);
          return token === undefined ? [] : [this.joining.addressOf(token)];
        }),
        unsubscribeUrl: unsubscribe[index],
      }),
    );
    const outboxIds = await this.outbox.enqueueAll(mails);
    await this.messages.markWritten(
      message.id,
      readers.map(({ participantId }, index) => ({ participantId, outboxId: outboxIds[index] ?? '' })),
    );
  }

  private mailFor(
    message: SendingMessage,
    reader: Written,
    personal: { mySessions: string; joinAddresses: string[]; unsubscribeUrl: string | undefined },
  ): Mail<'organiser-message'> {
    const { unsubscribeUrl, ...addresses } = personal;
    const letter = letterFor({ ...message, baseUrl: this.config.baseUrl }, { ...reader, ...addresses });
    if (!letter) throw new Error(`The message ${message.id} has no text.`);
    return {
      template: 'organiser-message',
      to: reader.email,
      toName: reader.name,
      language: reader.language,
      timeZone: reader.timeZone,
      participantId: reader.participantId,
      data: letter,
      ...(unsubscribeUrl !== undefined && { unsubscribeUrl }),
    };
  }

  private async finish(id: string): Promise<void> {
    await this.messages.setState(id, 'sent', { finishedAt: this.clock.now() });
    await this.audit.record({
      actor: { kind: 'system' },
      action: 'message.finish',
      subject: 'message',
      subjectId: id,
    });
  }
}

function reasonToLeaveOut({ kind }: SendingMessage, reader: NextRecipient): LeftOutReason | null {
  if (reader.email === null) return 'no-address';
  if (reader.places.length === 0) return 'no-longer-registered';
  return kind === 'news' && reader.isUnsubscribed ? 'unsubscribed' : null;
}

/** Nobody but the confirmed is told where to join. */
function placesToJoin(readers: readonly NextRecipient[]): string[] {
  return readers.flatMap(({ places }) =>
    places.filter(({ state }) => state === 'confirmed').map(({ registrationId }) => registrationId),
  );
}

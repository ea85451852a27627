import { Injectable } from '@nestjs/common';
import { Transactional } from '@nestjs-cls/transactional';
import { DELIVER_MAIL_JOB } from '@reihe/api-mail';
import {
  AuditTrail,
  Clock,
  invalidFields,
  Jobs,
  offsetOf,
  outdatedVersion,
  pageOf,
  seriesNotFound,
  sessionNotFound,
} from '@reihe/api-platform';
import type { Language, Me, Page } from '@reihe/shared-contracts';
import { messageGaps } from '@reihe/shared-form-policies';
import type {
  Message,
  MessageListItem,
  MessageRecipient,
  MessageState,
  SaveMessage,
  StartMessage,
} from '@reihe/shared-registration';
import type { MessagesQuery, RecipientsQuery } from './messages.bodies';
import { messageIncomplete, messageNotFound, messageWrongState } from './messages.errors';
import { toMessage, toMessageListItem, toRecipient } from './messages.mapper';
import { MessagesRepository, type MessageFacts } from './messages.repository';
import type { MessageOwner } from './messages.sql';
import { RecipientsRepository } from './recipients.repository';
import { SEND_MESSAGES_JOB } from './send-messages';

/** What organisers write to participants: drafts, their sending, and what became of it. */
@Injectable()
export class Messages {
  constructor(
    private readonly messages: MessagesRepository,
    private readonly recipients: RecipientsRepository,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
    private readonly jobs: Jobs,
  ) {}

  /** @throws session.not-found, series.not-found */
  @Transactional()
  async start({ sessionId, seriesId, selection }: StartMessage, staff: Me): Promise<Message> {
    const owner = ownerOf({ sessionId, seriesId });
    if (!(await this.messages.ownerExists(owner)))
      throw owner.sessionId === null ? seriesNotFound() : sessionNotFound();
    const id = await this.messages.add({
      ...owner,
      selection,
      createdById: staff.id,
      createdAt: this.clock.now(),
    });
    await this.record(id, 'message.create', staff);
    return this.read(id, staff.language);
  }

  async list(query: MessagesQuery, language: Language): Promise<Page<MessageListItem>> {
    const owner = ownerOf(query);
    const { rows, total } = await this.messages.list(owner, language, offsetOf(query), query.pageSize);
    return pageOf(
      rows.map((row) => toMessageListItem(row, language)),
      total,
      query,
    );
  }

  /** @throws message.not-found */
  async read(id: string, language: Language): Promise<Message> {
    const facts = await this.messages.find(id, language);
    if (!facts) throw messageNotFound();
    const audience =
      facts.state === 'draft' ? await this.messages.audience(ownerOf(facts), facts.selection) : null;
    return toMessage(facts, language, audience);
  }

  /** @throws message.not-found, message.wrong-state where it is no draft, version.outdated */
  @Transactional()
  async save(id: string, draft: SaveMessage, staff: Me): Promise<Message> {
    await this.lockDraft(id, draft.version);
    await this.messages.saveDraft(id, draft);
    return this.read(id, staff.language);
  }

  /** @throws message.not-found, message.wrong-state where it is no draft */
  @Transactional()
  async discard(id: string, staff: Me): Promise<void> {
    await this.lockIn(id, ['draft']);
    await this.messages.remove(id);
    await this.record(id, 'message.discard', staff);
  }

  /** Fixes whom it is for and begins. @throws message.incomplete with the gaps, version.outdated, message.wrong-state */
  @Transactional()
  async send(id: string, version: number, staff: Me): Promise<Message> {
    await this.lockDraft(id, version);
    const facts = await this.found(id, staff);
    const owner = ownerOf(facts);
    const { people, languages } = await this.messages.audience(owner, facts.selection);
    const gaps = messageGaps(
      facts.texts,
      languages.map(({ language }) => language),
      facts.defaultLanguage,
    );
    if (people === 0 || gaps.length > 0) throw messageIncomplete(gaps);
    const recipients = await this.messages.addRecipients(id, owner, facts.selection);
    await this.messages.setState(id, 'sending', { startedAt: this.clock.now() });
    await this.record(id, 'message.send', staff, { recipients });
    return this.goOn(id, staff);
  }

  /** What no mail server has been offered yet waits again. @throws message.wrong-state where nothing is left to hold back */
  @Transactional()
  async pause(id: string, staff: Me): Promise<Message> {
    await this.lockIn(id, ['sending', 'sent']);
    const waiting = await this.messages.takeBackQueued(id);
    if (waiting === 0) throw messageWrongState();
    await this.messages.setState(id, 'paused', { finishedAt: null });
    await this.record(id, 'message.pause', staff, { waiting });
    return this.read(id, staff.language);
  }

  /** @throws message.wrong-state where it is not paused */
  @Transactional()
  async resume(id: string, staff: Me): Promise<Message> {
    await this.lockIn(id, ['paused']);
    await this.messages.setState(id, 'sending', {});
    await this.record(id, 'message.resume', staff);
    return this.goOn(id, staff);
  }

  /** What failed, once more. @throws message.wrong-state where nothing has */
  @Transactional()
  async resend(id: string, staff: Me): Promise<Message> {
    await this.lockIn(id, ['sending', 'paused', 'sent']);
    const again = await this.messages.queueFailedAgain(id);
    if (again === 0) throw messageWrongState();
    await this.record(id, 'message.resend', staff, { again });
    this.messages.afterCommit(() => {
      this.jobs.send(DELIVER_MAIL_JOB);
    });
    return this.read(id, staff.language);
  }

  async listRecipients(id: string, query: RecipientsQuery): Promise<Page<MessageRecipient>> {
    const { rows, total } = await this.recipients.list(id, query, offsetOf(query), query.pageSize);
    return pageOf(rows.map(toRecipient), total, query);
  }

  /** @throws message.wrong-state where no mail went to this person */
  @Transactional()
  async markBounced(id: string, participantId: string, isBounced: boolean, staff: Me): Promise<void> {
    const at = isBounced ? this.clock.now() : null;
    if (!(await this.messages.markBounced(id, participantId, at))) throw messageWrongState();
    await this.record(id, isBounced ? 'message.bounced' : 'message.not-bounced', staff, { participantId });
  }

  private async lockDraft(id: string, version: number): Promise<void> {
    const locked = await this.lockIn(id, ['draft']);
    if (locked.version !== version) throw outdatedVersion(locked.version);
  }

  private async lockIn(id: string, states: readonly MessageState[]) {
    const locked = await this.messages.lock(id);
    if (!locked) throw messageNotFound();
    if (!states.includes(locked.state)) throw messageWrongState();
    return locked;
  }

  private async found(id: string, staff: Me): Promise<MessageFacts> {
    const facts = await this.messages.find(id, staff.language);
    if (!facts) throw messageNotFound();
    return facts;
  }

  private goOn(id: string, staff: Me): Promise<Message> {
    this.messages.afterCommit(() => {
      this.jobs.send(SEND_MESSAGES_JOB);
    });
    return this.read(id, staff.language);
  }

  private record(id: string, action: string, staff: Me, after: object | null = null): Promise<void> {
    return this.audit.record({
      actor: { kind: 'staff', id: staff.id },
      action,
      subject: 'message',
      subjectId: id,
      after,
    });
  }
}

/** @throws request.invalid unless it is one of both */
export function ownerOf({
  sessionId,
  seriesId,
}: {
  sessionId?: string | null;
  seriesId?: string | null;
}): MessageOwner {
  if (sessionId != null && seriesId == null) return { sessionId, seriesId: null };
  if (seriesId != null && sessionId == null) return { sessionId: null, seriesId };
  throw invalidFields({ path: 'sessionId', code: sessionId == null ? 'required' : 'not-allowed' });
}

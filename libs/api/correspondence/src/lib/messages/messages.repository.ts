import { Injectable } from '@nestjs/common';
import { Database, MessageRow } from '@reihe/api-persistence';
import { oneRow } from '@reihe/api-platform';
import type { Language, RegistrationState, Translations } from '@reihe/shared-contracts';
import type {
  LeftOutReason,
  MessageAudience,
  MessageKind,
  MessageProgress,
  MessageSelection,
  MessageState,
  MessageText,
} from '@reihe/shared-registration';
import { selectedStates } from '@reihe/shared-form-policies';
import { openChangesOf, type Reader, type SessionAsJson } from '../people/reader';
import {
  addRecipients,
  audience,
  example,
  NEXT_RECIPIENTS,
  PROGRESS,
  type MessageOwner,
} from './messages.sql';

/** A message with what is shown of it. */
export interface MessageFacts {
  id: string;
  version: number;
  state: MessageState;
  kind: MessageKind;
  sessionId: string | null;
  seriesId: string | null;
  /** Its own series, or its session's. */
  seriesOf: string;
  title: string;
  defaultLanguage: Language;
  selection: MessageSelection;
  texts: Translations<MessageText>;
  writtenBy: string | null;
  createdAt: Date;
  startedAt: Date | null;
  finishedAt: Date | null;
  progress: MessageProgress;
}

export interface PlaceOfReader {
  registrationId: string;
  state: RegistrationState;
  session: SessionAsJson;
}

/** Somebody whose turn it is, with the registrations that still stand. */
export interface NextRecipient extends Omit<Reader, 'email'> {
  email: string | null;
  places: PlaceOfReader[];
  isUnsubscribed: boolean;
}

export interface SendingMessage {
  id: string;
  kind: MessageKind;
  sessionId: string | null;
  seriesOf: string;
  defaultLanguage: Language;
  selection: MessageSelection;
  texts: Translations<MessageText>;
}

/** Titles are in the language `$1`. */
const FACTS = `
  SELECT m.id, m.version, m.state, m.kind, m.session_id AS "sessionId", m.series_id AS "seriesId", y.id AS "seriesOf",
         coalesce((
           SELECT t.title FROM session_translations t WHERE t.session_id = m.session_id
           ORDER BY language_rank(t.language, ARRAY[$1], y.default_language), t.language LIMIT 1
         ), (
           SELECT t.title FROM series_translations t WHERE t.series_id = y.id
           ORDER BY language_rank(t.language, ARRAY[$1], y.default_language), t.language LIMIT 1
         ), y.slug) AS title,
         y.default_language AS "defaultLanguage", m.selection, m.texts, a.name AS "writtenBy",
         m.created_at AS "createdAt", m.started_at AS "startedAt", m.finished_at AS "finishedAt", ${PROGRESS} AS progress
  FROM messages m
  LEFT JOIN sessions s ON s.id = m.session_id
  JOIN series y ON y.id = coalesce(m.series_id, s.series_id)
  LEFT JOIN staff_accounts a ON a.id = m.created_by_id`;

@Injectable()
export class MessagesRepository {
  constructor(private readonly database: Database) {}

  afterCommit(task: () => void): void {
    this.database.afterCommit(task);
  }

  /** False: there is no such session or series. */
  async ownerExists({ sessionId, seriesId }: MessageOwner): Promise<boolean> {
    const found = await this.database.query(
      `SELECT FROM sessions WHERE id = $1 UNION ALL SELECT FROM series WHERE id = $2`,
      [sessionId, seriesId],
    );
    return found.length > 0;
  }

  async add(
    message: Pick<MessageRow, 'sessionId' | 'seriesId' | 'selection' | 'createdById' | 'createdAt'>,
  ): Promise<string> {
    const { identifiers } = await this.database.of(MessageRow).insert(message);
    return String(identifiers[0]?.['id']);
  }

  async find(id: string, language: Language): Promise<MessageFacts | null> {
    const [found] = await this.database.query<MessageFacts>(`${FACTS} WHERE m.id = $2`, [language, id]);
    return found ?? null;
  }

  /** The newest first. */
  async list(
    owner: MessageOwner,
    language: Language,
    offset: number,
    limit: number,
  ): Promise<{ rows: MessageFacts[]; total: number }> {
    const condition = owner.sessionId === null ? 'm.series_id = $2' : 'm.session_id = $2';
    const of = owner.sessionId ?? owner.seriesId;
    const rows = await this.database.query<MessageFacts>(
      `${FACTS} WHERE ${condition} ORDER BY m.created_at DESC, m.id OFFSET $3 LIMIT $4`,
      [language, of, offset, limit],
    );
    const { total } = oneRow(
      await this.database.query<{ total: number }>(
        `SELECT count(*)::int AS total FROM messages m WHERE ${condition.replace('$2', '$1')}`,
        [of],
      ),
    );
    return { rows, total };
  }

  /** Of whoever holds it, no step of the sending runs. null: there is none. */
  async lock(id: string): Promise<{ state: MessageState; version: number } | null> {
    const [locked] = await this.database.query<{ state: MessageState; version: number }>(
      `SELECT state, version FROM messages WHERE id = $1 FOR UPDATE`,
      [id],
    );
    return locked ?? null;
  }

  async saveDraft(
    id: string,
    { kind, selection, texts }: Pick<MessageRow, 'kind' | 'selection' | 'texts'>,
  ): Promise<void> {
    await this.database.query(
      `UPDATE messages SET kind = $2, selection = $3, texts = $4, version = version + 1 WHERE id = $1`,
      [id, kind, JSON.stringify(selection), JSON.stringify(texts)],
    );
  }

  async remove(id: string): Promise<void> {
    await this.database.of(MessageRow).delete({ id });
  }

  async audience(owner: MessageOwner, selection: MessageSelection): Promise<MessageAudience> {
    return oneRow(
      await this.database.query<MessageAudience>(audience(owner), parametersOf(owner, selection)),
    );
  }

  async example(
    owner: MessageOwner,
    selection: MessageSelection,
    language: Language,
  ): Promise<NextRecipient | null> {
    const [found] = await this.database.query<NextRecipient>(example(owner), [
      ...parametersOf(owner, selection),
      language,
    ]);
    return found ?? null;
  }

  /** How many. */
  async addRecipients(id: string, owner: MessageOwner, selection: MessageSelection): Promise<number> {
    const added = await this.database.query(addRecipients(owner), [...parametersOf(owner, selection), id]);
    return added.length;
  }

  async setState(
    id: string,
    state: MessageState,
    at: { startedAt?: Date; finishedAt?: Date | null },
  ): Promise<void> {
    await this.database.of(MessageRow).update({ id }, { state, ...at });
  }

  /**
   * The longest waiting message that is being sent and no other step holds; its lock goes with the transaction. One that is about
   * sessions with a change that can still be undone waits.
   */
  async lockNextSending(): Promise<SendingMessage | null> {
    const [message] = await this.database.query<SendingMessage>(
      `SELECT m.id, m.kind, m.session_id AS "sessionId", y.id AS "seriesOf", y.default_language AS "defaultLanguage",
              m.selection, m.texts
       FROM messages m
       LEFT JOIN sessions s ON s.id = m.session_id
       JOIN series y ON y.id = coalesce(m.series_id, s.series_id)
       WHERE m.state = 'sending' AND NOT EXISTS (
         SELECT FROM sessions q WHERE (q.id = m.session_id OR q.series_id = m.series_id)
           AND EXISTS (SELECT FROM ${openChangesOf('q.id')}))
       ORDER BY m.started_at, m.id
       LIMIT 1
       FOR UPDATE OF m SKIP LOCKED`,
    );
    return message ?? null;
  }

  nextRecipients(message: SendingMessage, limit: number): Promise<NextRecipient[]> {
    return this.database.query<NextRecipient>(NEXT_RECIPIENTS, [
      message.id,
      selectedStates(message.selection),
      message.seriesOf,
      limit,
      message.sessionId,
    ]);
  }

  async markWritten(
    id: string,
    written: readonly { participantId: string; outboxId: string }[],
  ): Promise<void> {
    await this.database.query(
      `WITH marked AS (
         UPDATE message_recipients c SET outcome = 'written', outbox_id = w.outbox_id
         FROM unnest($2::uuid[], $3::uuid[]) AS w (participant_id, outbox_id)
         WHERE c.message_id = $1 AND c.participant_id = w.participant_id RETURNING 1
       ) SELECT count(*) FROM marked`,
      [id, written.map(({ participantId }) => participantId), written.map(({ outboxId }) => outboxId)],
    );
  }

  async markLeftOut(
    id: string,
    leftOut: readonly { participantId: string; reason: LeftOutReason }[],
  ): Promise<void> {
    await this.database.query(
      `WITH marked AS (
         UPDATE message_recipients c SET outcome = 'left-out', left_out_reason = l.reason
         FROM unnest($2::uuid[], $3::text[]) AS l (participant_id, reason)
         WHERE c.message_id = $1 AND c.participant_id = l.participant_id RETURNING 1
       ) SELECT count(*) FROM marked`,
      [id, leftOut.map(({ participantId }) => participantId), leftOut.map(({ reason }) => reason)],
    );
  }

  /** Mails that no worker has claimed are not sent, and their readers wait again. How many readers wait now. */
  async takeBackQueued(id: string): Promise<number> {
    await this.database.query(
      `WITH gone AS (
         DELETE FROM outbox_messages b USING message_recipients c
         WHERE c.message_id = $1 AND c.outbox_id = b.id AND b.state = 'queued' AND b.attempts = 0
         RETURNING b.id
       ), waiting AS (
         UPDATE message_recipients c SET outcome = 'waiting', outbox_id = NULL
         FROM gone WHERE c.outbox_id = gone.id AND c.message_id = $1 RETURNING 1
       ) SELECT count(*) FROM waiting`,
      [id],
    );
    const { waiting } = oneRow(
      await this.database.query<{ waiting: number }>(
        `SELECT count(*)::int AS waiting FROM message_recipients WHERE message_id = $1 AND outcome = 'waiting'`,
        [id],
      ),
    );
    return waiting;
  }

  /** Failed ones that nobody marked as bounced wait for a worker again. How many. */
  async queueFailedAgain(id: string): Promise<number> {
    const again = await this.database.query(
      `WITH again AS (
         UPDATE outbox_messages b SET state = 'queued', attempts = 0, not_before = now()
         FROM message_recipients c
         WHERE c.message_id = $1 AND c.outbox_id = b.id AND c.bounced_at IS NULL AND b.state = 'failed'
         RETURNING b.id
       ) SELECT id FROM again`,
      [id],
    );
    return again.length;
  }

  /** `at` null: it did not come back after all. False where no mail went to this person. */
  async markBounced(id: string, participantId: string, at: Date | null): Promise<boolean> {
    const marked = await this.database.query(
      `WITH marked AS (
         UPDATE message_recipients c SET bounced_at = $3
         FROM outbox_messages b
         WHERE c.message_id = $1 AND c.participant_id = $2 AND b.id = c.outbox_id AND b.state = 'sent' RETURNING 1
       ) SELECT count(*) FROM marked HAVING count(*) > 0`,
      [id, participantId, at],
    );
    return marked.length === 1;
  }
}

function parametersOf(owner: MessageOwner, selection: MessageSelection): unknown[] {
  const { registrationIds, countries, languages } = selection;
  return [
    owner.sessionId ?? owner.seriesId,
    registrationIds,
    selectedStates(selection),
    countries,
    languages,
  ];
}

import type { Language } from '@reihe/shared-contracts';
import { messageTextFor } from '@reihe/shared-form-policies';
import type { Message, MessageAudience, MessageListItem, MessageRecipient } from '@reihe/shared-registration';
import type { MessageFacts } from './messages.repository';
import type { RecipientFacts } from './recipients.repository';

export function toMessageListItem(facts: MessageFacts, language: Language): MessageListItem {
  const { id, state, kind, writtenBy, createdAt, startedAt, finishedAt, progress, texts } = facts;
  return {
    id,
    state,
    kind,
    subject:
      messageTextFor(texts, language, facts.defaultLanguage)?.subject ??
      Object.values(texts).find((text) => text.subject !== '')?.subject ??
      '',
    writtenBy,
    createdAt: createdAt.toISOString(),
    startedAt: startedAt?.toISOString() ?? null,
    finishedAt: finishedAt?.toISOString() ?? null,
    progress,
  };
}

export function toMessage(
  facts: MessageFacts,
  language: Language,
  audience: MessageAudience | null,
): Message {
  const { version, sessionId, seriesId, title, defaultLanguage, selection, texts } = facts;
  return {
    ...toMessageListItem(facts, language),
    version,
    sessionId,
    seriesId,
    title,
    defaultLanguage,
    selection,
    texts,
    audience,
  };
}

export function toRecipient(facts: RecipientFacts): MessageRecipient {
  const { participantId, name, email, language, state, lastError, leftOutReason, outboxId, sentAt } = facts;
  return {
    participantId,
    name,
    email: email ?? '',
    language,
    state,
    reason: state === 'failed' ? lastError : null,
    leftOutReason,
    outboxId,
    sentAt: sentAt?.toISOString() ?? null,
  };
}

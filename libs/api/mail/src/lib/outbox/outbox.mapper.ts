import type { OutboxRow } from '@reihe/api-persistence';
import type { OutboxMessage, OutboxSummary } from '@reihe/shared-registration';

export function toOutboxSummary(row: OutboxRow): OutboxSummary {
  return {
    id: row.id,
    to: row.toAddress,
    subject: row.subject,
    language: row.language,
    template: row.template,
    state: row.state,
    createdAt: row.createdAt.toISOString(),
    sentAt: row.sentAt?.toISOString() ?? null,
    sendAfter: row.sendAfter?.toISOString() ?? null,
    attempts: row.attempts,
  };
}

export function toOutboxMessage(row: OutboxRow): OutboxMessage {
  return {
    ...toOutboxSummary(row),
    messageId: row.messageId,
    text: row.text,
    html: row.html,
    calendar: row.calendar,
    lastError: row.lastError,
  };
}

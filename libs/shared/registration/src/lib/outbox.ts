import type { Language } from '@reihe/shared-contracts';

/** queued: due or waiting for a mail server · sending: claimed by a worker · sent · failed: given up after retries */
export const OUTBOX_STATES = ['queued', 'sending', 'sent', 'failed'] as const;
export type OutboxState = (typeof OUTBOX_STATES)[number];

export interface OutboxSummary {
  id: string;
  to: string;
  subject: string;
  language: Language;
  /** Template name, e.g. `registration-confirm`. */
  template: string;
  state: OutboxState;
  createdAt: string;
  sentAt: string | null;
  /** Held back until then, for its cause may still be undone; null: it goes at once. */
  sendAfter: string | null;
  attempts: number;
}

export interface OutboxMessage extends OutboxSummary {
  messageId: string;
  text: string;
  html: string;
  /** Attached calendar file, if any. */
  calendar: string | null;
  lastError: string | null;
}

export interface OutboxStatus {
  /** False when no SMTP_URL is set: messages wait and can be read here. */
  isMailServerConfigured: boolean;
  queued: number;
  failed: number;
}

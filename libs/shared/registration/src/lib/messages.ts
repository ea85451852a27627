import type { Language, RegistrationState, RulesFor, Translations } from '@reihe/shared-contracts';
import { LANGUAGES, REGISTRATION_LIFE } from '@reihe/shared-contracts';

/** place: about a place that somebody has or wants, and sent to all of them · news: everybody can unsubscribe from those */
export const MESSAGE_KINDS = ['place', 'news'] as const;
export type MessageKind = (typeof MESSAGE_KINDS)[number];

/** sending: written into the outbox in steps · paused: between two steps, until somebody goes on · sent: everybody had their turn */
export const MESSAGE_STATES = ['draft', 'sending', 'paused', 'sent'] as const;
export type MessageState = (typeof MESSAGE_STATES)[number];

/** waiting: not written yet · queued: in the outbox · left-out: cancelled, unsubscribed or erased before their turn */
export const DELIVERY_STATES = ['waiting', 'queued', 'sent', 'failed', 'bounced', 'left-out'] as const;
export type DeliveryState = (typeof DELIVERY_STATES)[number];

export const LEFT_OUT_REASONS = ['no-longer-registered', 'unsubscribed', 'no-address'] as const;
export type LeftOutReason = (typeof LEFT_OUT_REASONS)[number];

/** What an organiser may write for what differs from reader to reader: `{{name}}`. */
export const MESSAGE_PLACEHOLDERS = ['name', 'session', 'time', 'join', 'my-sessions'] as const;
export type MessagePlaceholder = (typeof MESSAGE_PLACEHOLDERS)[number];

/** Among the registrations of a session or series. Whatever is empty does not narrow. */
export interface MessageSelection {
  /** These alone, as long as they are of the session or series. */
  registrationIds: string[];
  /** Empty: confirmed, waiting and awaiting approval. */
  states: RegistrationState[];
  countries: string[];
  languages: Language[];
}

export interface MessageText {
  subject: string;
  body: string;
}

/** A new draft. Exactly one of `sessionId` and `seriesId`. */
export interface StartMessage {
  sessionId: string | null;
  seriesId: string | null;
  selection: MessageSelection;
}

export interface SaveMessage {
  version: number;
  kind: MessageKind;
  selection: MessageSelection;
  texts: Translations<MessageText>;
}

/** Whom a draft would reach as things are now. */
export interface MessageAudience {
  people: number;
  languages: { language: Language; people: number }[];
  states: { state: RegistrationState; registrations: number }[];
  /** Without a confirmed place: nothing stands for `{{join}}` there. */
  withoutJoinAddress: number;
  /** Who unsubscribed: news leave them out. */
  unsubscribed: number;
}

export interface MessageProgress {
  total: number;
  waiting: number;
  queued: number;
  sent: number;
  failed: number;
  bounced: number;
  leftOut: number;
}

export interface MessageListItem {
  id: string;
  state: MessageState;
  kind: MessageKind;
  /** In the staff's language or the next best; empty while nothing is written. */
  subject: string;
  /** Name of who wrote it; null: the account is gone. */
  writtenBy: string | null;
  createdAt: string;
  startedAt: string | null;
  finishedAt: string | null;
  progress: MessageProgress;
}

export interface Message extends MessageListItem {
  version: number;
  sessionId: string | null;
  seriesId: string | null;
  /** Of the session or series. */
  title: string;
  /** Read by whoever has no text in their own language. */
  defaultLanguage: Language;
  selection: MessageSelection;
  texts: Translations<MessageText>;
  /** Of a draft; of anything else what `progress` says counts. */
  audience: MessageAudience | null;
}

export interface PreviewMessage {
  kind: MessageKind;
  language: Language;
  texts: Translations<MessageText>;
}

/** A mail as an example person gets it. Addresses that belong to one person are not in it. */
export interface MessagePreview {
  /** Of the text that stands for the one asked for, where that is missing. */
  language: Language;
  /** Name of the example person; null: nobody of this language is in the selection. */
  example: string | null;
  subject: string;
  text: string;
  html: string;
}

export interface MessageRecipient {
  participantId: string;
  name: string;
  email: string;
  language: Language;
  state: DeliveryState;
  /** Of a failed one: the mail server's words, without addresses. */
  reason: string | null;
  leftOutReason: LeftOutReason | null;
  /** Of the mail, for reading it in the outbox; null: there is none. */
  outboxId: string | null;
  sentAt: string | null;
}

export interface MarkBounced {
  isBounced: boolean;
}

export const messageTextRules = {
  subject: { kind: 'text', maxLength: 200, optional: true },
  body: { kind: 'text', maxLength: 20_000, optional: true },
} as const satisfies RulesFor<MessageText>;

export const messageSelectionRules = {
  registrationIds: { kind: 'list', format: 'uuid', maxLength: 5_000 },
  states: { kind: 'list', values: REGISTRATION_LIFE, maxLength: 10 },
  countries: { kind: 'list', format: 'country', maxLength: 250 },
  languages: { kind: 'list', values: LANGUAGES, maxLength: 20 },
} as const satisfies RulesFor<MessageSelection>;

export const startMessageRules = {
  sessionId: { kind: 'text', format: 'uuid', optional: true },
  seriesId: { kind: 'text', format: 'uuid', optional: true },
  selection: { kind: 'object' },
} as const satisfies RulesFor<StartMessage>;

export const saveMessageRules = {
  version: { kind: 'number', min: 1 },
  kind: { kind: 'text', values: MESSAGE_KINDS },
  selection: { kind: 'object' },
  texts: { kind: 'translations' },
} as const satisfies RulesFor<SaveMessage>;

export const previewMessageRules = {
  kind: saveMessageRules.kind,
  language: { kind: 'text', values: LANGUAGES },
  texts: saveMessageRules.texts,
} as const satisfies RulesFor<PreviewMessage>;

export const markBouncedRules = {
  isBounced: { kind: 'boolean' },
} as const satisfies RulesFor<MarkBounced>;

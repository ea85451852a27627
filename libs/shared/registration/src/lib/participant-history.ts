import type { Language, RulesFor } from '@reihe/shared-contracts';
import type { OutboxState } from './outbox';
import type { DeskRegistration } from './registration-desk';

/** A mail that went, or is to go, to somebody: what it is about, never what it says. */
export interface HistoryMail {
  id: string;
  template: string;
  subject: string;
  state: OutboxState;
  createdAt: string;
  sentAt: string | null;
}

/** A registration with where it belongs, over all series. */
export interface HistoryRegistration extends DeskRegistration {
  seriesId: string;
  seriesTitle: string;
}

export interface KnownPerson {
  id: string;
  name: string;
  email: string;
  organisation: string;
  city: string;
  country: string | null;
  registrations: number;
}

/** Another entry that may be the same person. */
export interface LikelySame extends KnownPerson {
  /** name: the same name and organisation · address: the same but for dots and tags */
  because: 'name' | 'address';
}

export interface ParticipantHistory {
  id: string;
  /** With which a merge says what it saw. */
  version: number;
  name: string;
  email: string;
  organisation: string;
  position: string;
  city: string;
  country: string | null;
  language: Language;
  timeZone: string;
  knownSince: string;
  verifiedAt: string | null;
  isErased: boolean;
  /** Leads there: both are one person. */
  mergedIntoId: string | null;
  /** Addresses of entries that were merged into this one. */
  otherAddresses: string[];
  registrations: HistoryRegistration[];
  /** The newest, at most `HISTORY_MAILS`. */
  mails: HistoryMail[];
  likelySame: LikelySame[];
}

export const HISTORY_MAILS = 200;

export interface LikelyPair {
  one: LikelySame;
  other: LikelySame;
}

export interface AskMerge {
  absorbedId: string;
}

export interface MergeParticipants extends AskMerge {
  reason: string;
  /** Of the preview: only what was seen is done. */
  fingerprint: string;
}

/**
 * What a merge does to one registration of the entry that goes: it moves, or ends because the other one of the same session is better.
 * For a session in which that of the entry that stays is the worse one, it is that one that ends.
 */
export interface MergedRegistration {
  id: string;
  belongsTo: 'kept' | 'absorbed';
  sessionTitle: string;
  seriesTitle: string;
  state: DeskRegistration['state'];
  outcome: 'moves' | 'ends';
}

/** It cannot be taken back: what is shown here is done for good. */
export interface MergePreview {
  fingerprint: string;
  kept: KnownPerson;
  absorbed: KnownPerson;
  /** unproven: the address that stays was never confirmed, the other one was */
  refusal: 'unproven' | null;
  registrations: MergedRegistration[];
  /** Who gets a seat that is freed; each of them is told. */
  movedUp: { id: string; name: string; sessionTitle: string }[];
  /** Series whose number of different people changes, for both were counted there. */
  series: { id: string; title: string; before: number; after: number }[];
}

export const mergeParticipantsRules = {
  absorbedId: { kind: 'text', format: 'uuid' },
  reason: { kind: 'text', minLength: 3, maxLength: 500 },
  fingerprint: { kind: 'text', minLength: 64, maxLength: 64 },
} as const satisfies RulesFor<MergeParticipants>;

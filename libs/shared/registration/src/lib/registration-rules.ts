import type { RegistrationMode, RulesFor } from '@reihe/shared-contracts';
import { REGISTRATION_MODES } from '@reihe/shared-contracts';

/** What a series or a session says about registering. null: as the series says; for a series, as the house does. */
export interface OwnRegistrationRules {
  mode: RegistrationMode | null;
  /** Minutes that a seat waits for the confirmation by mail; 0: not at all. */
  holdMinutes: number | null;
  hasWaitingList: boolean | null;
  /** 0: as many as come. */
  waitingListLimit: number | null;
  /** Of a series: what new sessions begin with. */
  defaultCapacity: number | null;
  /** Before the start; instants of the session itself come first. */
  opensDaysBefore: number | null;
  closesMinutesBefore: number | null;
  asksAccessibility: boolean | null;
  asksRecording: boolean | null;
  /** Minutes before the start; empty: none. */
  reminders: number[] | null;
  sendsThanks: boolean | null;
  /** Minutes after the end. */
  thanksAfterMinutes: number | null;
  tellsOfRecaps: boolean | null;
  offersCertificates: boolean | null;
}

/** What holds where nobody said otherwise; the same figures stand in the view `session_rules`, a spec compares them. */
export const HOUSE_RULES = {
  mode: 'open',
  holdMinutes: 60,
  hasWaitingList: true,
  waitingListLimit: 0,
  defaultCapacity: null,
  opensDaysBefore: null,
  closesMinutesBefore: null,
  asksAccessibility: true,
  asksRecording: false,
  reminders: [1440, 60],
  sendsThanks: true,
  thanksAfterMinutes: 60,
  tellsOfRecaps: true,
  offersCertificates: false,
} as const;

export interface RegistrationRulesOf {
  /** 0: nothing was ever saved. */
  version: number;
  own: OwnRegistrationRules;
  /** What is in force where `own` says nothing. */
  inherited: OwnRegistrationRules;
}

export interface SaveRegistrationRules extends OwnRegistrationRules {
  version: number;
}

export const saveRegistrationRulesRules = {
  version: { kind: 'number', min: 0 },
  mode: { kind: 'text', values: REGISTRATION_MODES, optional: true },
  holdMinutes: { kind: 'number', min: 0, max: 2880, optional: true },
  hasWaitingList: { kind: 'boolean', optional: true },
  waitingListLimit: { kind: 'number', min: 0, max: 100_000, optional: true },
  defaultCapacity: { kind: 'number', min: 1, max: 100_000, optional: true },
  opensDaysBefore: { kind: 'number', min: 0, max: 730, optional: true },
  closesMinutesBefore: { kind: 'number', min: 0, max: 43_200, optional: true },
  asksAccessibility: { kind: 'boolean', optional: true },
  asksRecording: { kind: 'boolean', optional: true },
  reminders: { kind: 'list', maxLength: 5, optional: true },
  sendsThanks: { kind: 'boolean', optional: true },
  thanksAfterMinutes: { kind: 'number', min: 0, max: 20_160, optional: true },
  tellsOfRecaps: { kind: 'boolean', optional: true },
  offersCertificates: { kind: 'boolean', optional: true },
} as const satisfies RulesFor<SaveRegistrationRules>;

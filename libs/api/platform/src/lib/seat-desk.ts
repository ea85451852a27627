import type { Me, Register, RegistrationOrigin, RegistrationState } from '@reihe/shared-contracts';

/**
 * promote: seats for those who wait, by raising the capacity of their sessions as far as it takes: whoever waits longer than they
 * moves up too, for nobody overtakes · decline, cancel: with a reason that is told, or an empty one
 */
export type SeatDecision =
  | { kind: 'approve' }
  | { kind: 'decline'; reason: string }
  | { kind: 'promote' }
  | { kind: 'cancel'; reason: string };

export interface DecidedRegistration {
  id: string;
  sessionId: string;
  before: RegistrationState;
  /** As `before` where it was refused. */
  after: RegistrationState;
  /** 1-based place on the waiting list; null unless waitlisted. */
  place: number | null;
  /** wrong-state: nothing to decide any more · over: the session began or was called off · full: and nobody can wait there */
  refusal: 'wrong-state' | 'over' | 'full' | null;
}

export interface DecisionOutcome {
  registrations: DecidedRegistration[];
  /** Registrations that moved up from a waiting list besides: a seat was freed, or they stood before somebody promoted. */
  movedUp: string[];
  /** Capacities that `promote` raised. */
  capacities: { sessionId: string; before: number; after: number }[];
  /** People written to (in a rehearsal: that would be). */
  mails: number;
}

/** Somebody whom staff enter: without a confirmation by mail, for the organisers vouch for the wish. */
export type AddedPerson = Omit<
  Register,
  'sessionSlugs' | 'hasAcceptedPrivacyNotice' | 'invitationCode' | 'answers'
> & { sessionId: string };

export interface AddedRegistration {
  id: string;
  participantId: string;
  state: RegistrationState;
  place: number | null;
  /** Whether somebody of this address was registered already: nothing was changed then. */
  wasRegistered: boolean;
}

export interface DeskOptions {
  /** Carried out and taken back: the outcome is exact, nothing is written. */
  isRehearsal?: boolean;
  /** Nobody is written to. */
  isQuiet?: boolean;
}

/**
 * Decisions of organisers about seats. The registration feature carries them out under its locks; the organiser's table calls them.
 * Each call is one transaction, all or nothing.
 */
export abstract class SeatDesk {
  /** @throws registration.not-found naming nobody: ids of other rows are a fault of the caller */
  abstract decide(
    ids: readonly string[],
    decision: SeatDecision,
    staff: Me,
    options?: DeskOptions,
  ): Promise<DecisionOutcome>;

  /**
   * In the order of `people`: seats while there are any, then the waiting list.
   * @throws session.wrong-state where one of the sessions began or was called off, or is not public yet
   */
  abstract add(
    people: readonly AddedPerson[],
    origin: Extract<RegistrationOrigin, 'staff' | 'import'>,
    staff: Me,
    options?: DeskOptions,
  ): Promise<AddedRegistration[]>;

  /** A seat of the session was freed by the caller, in the transaction in progress: whoever waits longest gets it and is told. */
  abstract passOn(sessionId: string): Promise<void>;
}

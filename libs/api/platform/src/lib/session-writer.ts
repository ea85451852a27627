import type { Me, SaveSession, Session } from '@reihe/shared-contracts';
import type { MovedTimes } from '@reihe/shared-policies';

/** Times of a session as typed, and the instants that they meant. */
export interface KnownTimes {
  startsLocal: string;
  endsLocal: string;
  timeZone: string;
  startsAt: Date;
  endsAt: Date;
}

/**
 * What the programme does with one session for features that plan many, so that they need not know each other. Each call joins
 * the transaction in progress, claims the version, records the change and tells the `SessionObserver`; each refuses with the same
 * problems as the session's own routes.
 */
export abstract class SessionWriter {
  /**
   * A new draft.
   * @param known what the body's times mean, where that is settled: a time that comes twice is then not asked about
   */
  abstract create(body: SaveSession, staff: Me, known?: KnownTimes): Promise<Session>;
  abstract publish(id: string, version: number, staff: Me): Promise<Session>;
  /** Published to draft again; the caller has made sure that nobody registered. */
  abstract withdraw(id: string, version: number, staff: Me): Promise<Session>;
  abstract cancel(id: string, version: number, reason: string, staff: Me): Promise<Session>;
  abstract move(id: string, version: number, times: MovedTimes, staff: Me): Promise<Session>;
  /** @param capacity null: unlimited. @throws session.capacity-below-confirmed */
  abstract resize(id: string, version: number, capacity: number | null, staff: Me): Promise<Session>;
  /** Deletes a draft. False where something hangs on it: a recap, a registration, a stated number, a speaker who was asked. */
  abstract removeDraft(id: string, version: number, staff: Me): Promise<boolean>;
}

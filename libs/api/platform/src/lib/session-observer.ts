/** What a programme change means for those registered. Both instants are those before the change. */
export interface SessionMove {
  sessionId: string;
  previousStartsAt: Date;
  previousEndsAt: Date;
}

/**
 * What the programme tells about its sessions, so that features need not know each other. Every call is awaited inside the
 * transaction of the change, after the session's row is written (and so locked): a failing observer undoes the change.
 */
export abstract class SessionObserver {
  /** A published session's time changed; its `sequence` is already raised. */
  abstract sessionMoved(move: SessionMove): Promise<void>;
  /** Its state is already `cancelled`, with the reason told to everyone registered. */
  abstract sessionCancelled(sessionId: string): Promise<void>;
  /** Raised, lowered (never below the confirmed) or made unlimited. */
  abstract capacityChanged(sessionId: string): Promise<void>;
}

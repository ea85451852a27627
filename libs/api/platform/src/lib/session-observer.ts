import type { Announcement, Language, SessionNewsKind, ToldAudience } from '@reihe/shared-contracts';

/** What a programme change means for those registered. Both instants are those before the change. */
export interface SessionMove {
  sessionId: string;
  previousStartsAt: Date;
  previousEndsAt: Date;
}

/** How people are told of a change; nothing said: at once, in the words that every such mail has. */
export interface SessionTelling {
  /** The recorded change, which may be undone until `sendAfter`: until then no mail goes. */
  change?: { id: string; sendAfter: Date };
  announcement?: Announcement;
  /** For a look at the mails in a transaction that is taken back: one of each audience and language is written, all are counted. */
  isRehearsal?: boolean;
}

export interface ToldPeople {
  audience: ToldAudience;
  language: Language;
  people: number;
}

/** A change to be taken back before anybody heard of it. */
export interface UndoneChange {
  id: string;
  sessionId: string;
  kinds: readonly SessionNewsKind[];
  changedAt: Date;
  /** When the session is again. */
  startsAt: Date;
  endsAt: Date;
}

/**
 * What the programme tells about its sessions, so that features need not know each other. Every call is awaited inside the
 * transaction of the change, after the session's row is written (and so locked): a failing observer undoes the change. Of
 * several calls about one session whose mails have not gone, people get one mail: from what they knew to what is so now.
 */
export abstract class SessionObserver {
  /** A published session's time changed; its `sequence` is already raised. */
  abstract sessionMoved(move: SessionMove, telling?: SessionTelling): Promise<ToldPeople[]>;
  /** Link or passcode of a published session changed; its `sequence` is already raised. */
  abstract meetingChanged(sessionId: string, telling?: SessionTelling): Promise<ToldPeople[]>;
  /** Its state is already `cancelled`, with the reason told to everyone registered. */
  abstract sessionCancelled(sessionId: string, telling?: SessionTelling): Promise<ToldPeople[]>;
  /**
   * Takes the change's mails back, then calls `restore` to write the session as it was, then tells those who learnt of the
   * changed state in another way; `isToldAnew` says that there are such people, so that the session needs a new `sequence`.
   * @throws session.undo-too-late where a mail has gone or is going
   */
  abstract changeUndone(change: UndoneChange, restore: (isToldAnew: boolean) => Promise<void>): Promise<void>;
  /** Raised, lowered (never below the confirmed) or made unlimited. */
  abstract capacityChanged(sessionId: string): Promise<void>;
}

import type { Language } from '@reihe/shared-contracts';

/** Absolute addresses; null: there is nothing behind it for this registration. */
export interface AfterSessionLinks {
  materials: string | null;
  feedback: string | null;
  certificate: string | null;
}

export interface AfterOfRegistration {
  /** Recordings, slides, documents and links that the person may see, public ones included. */
  materials: number;
  /** open: may be given until `feedbackUntil` · given: was given, and may be changed until then · closed: it is over */
  feedback: 'open' | 'given' | 'closed';
  feedbackUntil: Date;
  /** Certificates are offered and it is marked that the person came. */
  hasCertificate: boolean;
}

/**
 * What there is for people after a session. The feature that offers it provides this; mails of thanks and the list of one's own
 * sessions name it. Who has a token already makes addresses of it by `followUpPaths.page`.
 */
export abstract class AfterSession {
  /**
   * By the registration's id; unknown ones are left out. Called inside the transaction of the mails, for up to 100 at once: tokens
   * may be written, and one statement reads them all.
   */
  abstract linksOf(
    registrations: readonly { id: string; language: Language }[],
  ): Promise<Map<string, AfterSessionLinks>>;

  /** One statement. Only confirmed registrations of sessions that are over and took place; others are left out. */
  abstract of(registrationIds: readonly string[]): Promise<Map<string, AfterOfRegistration>>;
}

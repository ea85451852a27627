import type { Language } from '@reihe/shared-contracts';

/** Absolute addresses; null: there is nothing behind it for this registration. */
export interface AfterSessionLinks {
  materials: string | null;
  feedback: string | null;
  certificate: string | null;
}

/** What there is for people after a session. The feature that offers it provides this; mails of thanks name it. */
export abstract class AfterSession {
  /**
   * By the registration's id; unknown ones are left out. Called inside the transaction of the mails, for up to 100 at once: tokens
   * may be written, and one statement reads them all.
   */
  abstract linksOf(
    registrations: readonly { id: string; language: Language }[],
  ): Promise<Map<string, AfterSessionLinks>>;
}

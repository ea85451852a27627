import type { Language, RecapPageAnswer } from '@reihe/shared-contracts';

/** The page of a recap as its readers get it, for features that show it before: as it is in the transaction in progress. */
export abstract class RecapPageReader {
  /** @returns null where nobody could read it */
  abstract inTransaction(slug: string, language: Language): Promise<RecapPageAnswer | null>;
}

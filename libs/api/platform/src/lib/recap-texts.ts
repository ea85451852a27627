import type { Language, Me } from '@reihe/shared-contracts';
import type { Recap, RecapText, TranslationBasis } from '@reihe/shared-editorial';

export interface RecapToTranslate {
  recap: Recap;
  /** Of the original. */
  defaultLanguage: Language;
}

export interface WrittenTranslation {
  language: Language;
  /** null: taken away. Without an address: one is found from the title. */
  text: RecapText | null;
  /** What parts are a translation of, where that is not the original of now. */
  madeOf: TranslationBasis;
}

/**
 * What the recaps do with one translation for features that exchange them with others, so that they need not know each other. Joins the
 * transaction in progress; refuses with the same problems as saving the recap.
 */
export abstract class RecapTexts {
  /** @throws recap.not-found */
  abstract read(id: string): Promise<RecapToTranslate>;
  /** @param cause what the audit log calls it, with what belongs to it */
  abstract write(
    id: string,
    version: number,
    written: WrittenTranslation,
    staff: Me,
    cause: { action: string; details: Record<string, unknown> },
  ): Promise<Recap>;
}

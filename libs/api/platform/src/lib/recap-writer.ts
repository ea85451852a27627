import type { Me } from '@reihe/shared-contracts';
import type { Recap, SaveRecap } from '@reihe/shared-editorial';

/**
 * What recaps do with one of them for features that bring many, so that they need not know each other. Each call joins the transaction
 * in progress, records the change and refuses with the same problems as the recap's own routes.
 */
export abstract class RecapWriter {
  abstract get(id: string): Promise<Recap>;
  /** A new draft. @param staff null: nobody's, it comes by itself */
  abstract create(body: SaveRecap, staff: Me | null): Promise<Recap>;
  /** @throws version.outdated, recap.wrong-state */
  abstract save(id: string, body: SaveRecap, staff: Me): Promise<Recap>;
  /** Deletes a draft that nobody has ever published. False where it is another version, or something else by now. */
  abstract removeDraft(id: string, version: number, staff: Me): Promise<boolean>;
  /** That address, or the next one to it that no recap has or had. */
  abstract freeSlug(wished: string): Promise<string>;
}

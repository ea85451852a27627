import { Injectable } from '@nestjs/common';
import { Database } from '@reihe/api-persistence';
import type { Count, Language } from '@reihe/shared-contracts';
import type { RecapFigures } from '@reihe/shared-editorial';
import { CLAIM_DIGEST, RECAP_FIGURES, SAY_OF_FIGURES, UNTOLD_FIGURES } from './figures.sql';

/** By `figureKey`; null: there is no record. */
export type CountsByFigure = Record<string, Count | null>;

/** A recap whose owner is to be told that figures have changed. */
export interface UntoldFigures {
  ownerId: string;
  name: string;
  email: string;
  language: Language;
  recapId: string;
  revision: number;
  /** The series'. */
  timeZone: string;
  title: string;
  changes: number;
  now: CountsByFigure;
}

@Injectable()
export class FiguresRepository {
  constructor(private readonly database: Database) {}

  async of(recapId: string, languages: Language[]): Promise<RecapFigures | null> {
    const [row] = await this.database.query<{ figures: RecapFigures }>(RECAP_FIGURES, [languages, recapId]);
    return row?.figures ?? null;
  }

  /** Keeps what readers see of the recap until the transaction ends. */
  async lock(recapId: string): Promise<void> {
    await this.database.query(`SELECT 1 FROM recaps WHERE id = $1 FOR SHARE`, [recapId]);
  }

  async keep(recapId: string, revision: number, kept: CountsByFigure): Promise<void> {
    await this.database.query(SAY_OF_FIGURES, [recapId, revision, JSON.stringify(kept), null]);
  }

  async tell(recapId: string, revision: number, told: CountsByFigure): Promise<void> {
    await this.database.query(SAY_OF_FIGURES, [recapId, revision, null, JSON.stringify(told)]);
  }

  /** Sorted by owner. @param ownerId null: of everybody */
  untold(ownerId: string | null): Promise<UntoldFigures[]> {
    return this.database.query<UntoldFigures>(UNTOLD_FIGURES, [ownerId]);
  }

  /** Makes today's mail this transaction's to write; false: there was one. */
  async claimDigest(accountId: string, now: Date): Promise<boolean> {
    return (await this.database.query(CLAIM_DIGEST, [accountId, now])).length > 0;
  }
}

import { Injectable } from '@nestjs/common';
import { Database } from '@reihe/api-persistence';

@Injectable()
export class SpentProofsRepository {
  constructor(private readonly database: Database) {}

  /** False: it was spent before, here or on another node. Also forgets those that nobody could spend any more. */
  async spend(nonce: string, expiresAt: Date, now: Date): Promise<boolean> {
    const spent = await this.database.query(
      `WITH forgotten AS (
         DELETE FROM spent_proofs WHERE nonce IN (
           SELECT nonce FROM spent_proofs WHERE expires_at < $3 LIMIT 20 FOR UPDATE SKIP LOCKED
         )
       )
       INSERT INTO spent_proofs (nonce, expires_at) VALUES ($1, $2) ON CONFLICT DO NOTHING RETURNING nonce`,
      [nonce, expiresAt, now],
    );
    return spent.length === 1;
  }
}

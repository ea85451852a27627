import { Injectable } from '@nestjs/common';
import { Database, RecapPreviewRow } from '@reihe/api-persistence';
import type { RecapState } from '@reihe/shared-contracts';
import type { RecapPreview } from '@reihe/shared-editorial';

@Injectable()
export class PreviewsRepository {
  constructor(private readonly database: Database) {}

  /** Those that still open, the latest first. */
  open(recapId: string, now: Date): Promise<RecapPreview[]> {
    return this.database.query<RecapPreview>(
      `SELECT p.id, iso_instant(p.created_at) AS "createdAt", iso_instant(p.expires_at) AS "expiresAt",
              CASE WHEN k.id IS NOT NULL THEN jsonb_build_object('id', k.id, 'name', k.name) END AS "createdBy"
       FROM recap_previews p LEFT JOIN staff_accounts k ON k.id = p.created_by_id
       WHERE p.recap_id = $1 AND p.revoked_at IS NULL AND p.expires_at > $2
       ORDER BY p.created_at DESC, p.id`,
      [recapId, now],
    );
  }

  /** @returns its id */
  async insert(
    row: Pick<RecapPreviewRow, 'recapId' | 'tokenHash' | 'createdById' | 'createdAt' | 'expiresAt'>,
  ): Promise<string> {
    const { identifiers } = await this.database.of(RecapPreviewRow).insert(row);
    return (identifiers[0] as { id: string }).id;
  }

  /** False: there is no such address, or it opens nothing any more. */
  async revoke(recapId: string, id: string, now: Date): Promise<boolean> {
    const revoked = await this.database.query(
      `WITH revoked AS (
         UPDATE recap_previews SET revoked_at = $3
         WHERE id = $2 AND recap_id = $1 AND revoked_at IS NULL AND expires_at > $3 RETURNING id
       ) SELECT id FROM revoked`,
      [recapId, id, now],
    );
    return revoked.length > 0;
  }

  /** What a token opens; null: nothing, or nothing any more. */
  async find(tokenHash: string, now: Date): Promise<{ recapId: string; expiresAt: string } | null> {
    const [row] = await this.database.query<{ recapId: string; expiresAt: string }>(
      `SELECT recap_id AS "recapId", iso_instant(expires_at) AS "expiresAt" FROM recap_previews
       WHERE token_hash = $1 AND revoked_at IS NULL AND expires_at > $2`,
      [tokenHash, now],
    );
    return row ?? null;
  }

  /** Only inside of a rehearsal: a recap on its way to readers, step by step as the database wants it, its series with it. */
  async rehearseTo(recapId: string, state: RecapState, revision: number): Promise<void> {
    await this.database.query(
      `UPDATE recaps SET state = $2, approved_at = coalesce(approved_at, now()), publish_at = NULL, publish_local = NULL,
         publish_time_zone = NULL, publish_gaps = NULL, current_revision = $3,
         published_on = coalesce(published_on, now()::date)
       WHERE id = $1`,
      [recapId, state, revision],
    );
    await this.database.query(
      `UPDATE series SET state = 'published' WHERE state <> 'published' AND id = (SELECT series_id FROM recaps WHERE id = $1)`,
      [recapId],
    );
  }
}

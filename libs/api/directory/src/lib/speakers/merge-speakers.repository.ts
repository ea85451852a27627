import { Injectable } from '@nestjs/common';
import { Database, SpeakerMergeRow } from '@reihe/api-persistence';

/** Parts of one session that are again those of the entry they were taken from. */
export interface MovedBack {
  sessionId: string;
  contributionIds: string[];
}

/** What of two entries moves when they become one, and back. Both rows are locked by whoever calls. */
@Injectable()
export class MergeSpeakersRepository {
  constructor(private readonly database: Database) {}

  /** In one order everywhere: two merges at once wait for each other. Sessions that name one of them wait as well. */
  async lock(ids: readonly string[]): Promise<void> {
    await this.database.query(`SELECT id FROM speakers WHERE id = ANY($1::uuid[]) ORDER BY id FOR UPDATE`, [
      ids,
    ]);
  }

  /** Parts in sessions, with their details as of the day; ids of those that moved. */
  async moveContributions(from: string, to: string): Promise<string[]> {
    const rows = await this.database.query<{ id: string }>(
      `WITH moved AS (UPDATE contributions SET speaker_id = $2 WHERE speaker_id = $1 RETURNING id)
       SELECT id FROM moved ORDER BY id`,
      [from, to],
    );
    return rows.map(({ id }) => id);
  }

  /** The sessions a split changes. Before speakers: whoever saves a session locks in that order. */
  async lockSessionsOf(absorbedId: string): Promise<void> {
    await this.database.query(
      `SELECT id FROM sessions WHERE id IN (
         SELECT c.session_id FROM speaker_merges m JOIN contributions c ON c.id = ANY(m.contribution_ids) WHERE m.absorbed_id = $1)
       ORDER BY id FOR NO KEY UPDATE`,
      [absorbedId],
    );
  }

  /**
   * Only those that still are where the merge put them. Their sessions get a version, or an editor that is open would save the
   * parts back to where they were. Answers ids by session.
   */
  async moveBack(ids: readonly string[], from: string, to: string): Promise<MovedBack[]> {
    return this.database.query<MovedBack>(
      `WITH moved AS (
         UPDATE contributions SET speaker_id = $3 WHERE id = ANY($1::uuid[]) AND speaker_id = $2 RETURNING id, session_id
       ), raised AS (
         UPDATE sessions SET version = version + 1, updated_at = now() WHERE id IN (SELECT session_id FROM moved)
       )
       SELECT session_id AS "sessionId", array_agg(id ORDER BY id) AS "contributionIds"
       FROM moved GROUP BY session_id ORDER BY session_id`,
      [ids, from, to],
    );
  }

  /** Whoever leads to the entry that goes leads to the one that goes on. */
  async leadOn(absorbedId: string, keptId: string): Promise<void> {
    await this.database.query(`UPDATE speakers SET merged_into = $2 WHERE id = $1 OR merged_into = $1`, [
      absorbedId,
      keptId,
    ]);
  }

  /** Stands for itself again, and for those that had been merged into it before, over however many entries. */
  async standAlone(absorbedId: string): Promise<void> {
    await this.database.query(`UPDATE speakers SET merged_into = NULL, version = version + 1 WHERE id = $1`, [
      absorbedId,
    ]);
    await this.database.query(
      `WITH RECURSIVE own AS (
         SELECT absorbed_id FROM speaker_merges WHERE kept_id = $1
         UNION
         SELECT m.absorbed_id FROM speaker_merges m JOIN own o ON m.kept_id = o.absorbed_id
       )
       UPDATE speakers SET merged_into = $1 WHERE id IN (SELECT absorbed_id FROM own)`,
      [absorbedId],
    );
  }

  /** With its consent; true where the entry that goes on had none. */
  async takePhoto(absorbedId: string, keptId: string): Promise<boolean> {
    const rows = await this.database.query<{ id: string }>(
      `WITH taken AS (
         UPDATE speakers k
         SET photo_media_id = a.photo_media_id, photo_consent = a.photo_consent, photo_consented_at = a.photo_consented_at
         FROM speakers a
         WHERE k.id = $2 AND a.id = $1 AND k.photo_media_id IS NULL AND a.photo_media_id IS NOT NULL
         RETURNING k.id
       ) SELECT id FROM taken`,
      [absorbedId, keptId],
    );
    return rows.length > 0;
  }

  async givePhotoBack(absorbedId: string, keptId: string): Promise<void> {
    await this.database.query(
      `UPDATE speakers k SET photo_media_id = NULL, photo_consent = NULL, photo_consented_at = NULL
       FROM speakers a WHERE k.id = $2 AND a.id = $1 AND k.photo_media_id = a.photo_media_id`,
      [absorbedId, keptId],
    );
  }

  async remember(merge: Omit<SpeakerMergeRow, 'id' | 'kept' | 'absorbed'>): Promise<void> {
    await this.database.of(SpeakerMergeRow).insert(merge);
  }

  recall(absorbedId: string): Promise<SpeakerMergeRow | null> {
    return this.database.of(SpeakerMergeRow).findOneBy({ absorbedId });
  }

  async forget(absorbedId: string): Promise<void> {
    await this.database.of(SpeakerMergeRow).delete({ absorbedId });
  }
}

import { Injectable } from '@nestjs/common';
import { Database, MediaRow } from '@reihe/api-persistence';
import type { FocalPoint, ImageCrops, ImageFormat, MediaFailure, MediaState } from '@reihe/shared-contracts';
import type { FirstSizes } from '../images/make-sizes';

/** An image that one worker has to itself for a while. */
export interface ClaimedImage {
  id: string;
  state: MediaState;
  source: string;
  widths: number[];
  recipe: number;
  placeholder: string;
  look: string | null;
  focus: FocalPoint;
  focusEdition: number;
  attempts: number;
}

export interface WholeImage {
  formats: ImageFormat[];
  placeholder: string;
  look: bigint | null;
  crops: ImageCrops;
  /** Of the focal point that the crops were made around. */
  edition: number;
  recipe: number;
}

/** Two images are shown as alike where this many of 64 features differ at most; the index on bytes finds no more than 7. */
const LARGEST_DISTANCE = 6;

/** None of this is an edit: versions stay, so that whoever describes an image meanwhile is not told that somebody else saved. */
@Injectable()
export class PreparingRepository {
  constructor(private readonly database: Database) {}

  afterCommit(task: () => void): void {
    this.database.afterCommit(task);
  }

  /**
   * The next image: those that nobody can see yet, then those whose focal point somebody moved, then what can wait, as after an
   * upgrade. null: nothing is due.
   */
  async claim(now: Date, until: Date): Promise<ClaimedImage | null> {
    const [rows] = await this.database.manager.query<[ClaimedImage[], number]>(
      `UPDATE media SET claimed_until = $2, attempts = attempts + 1
       WHERE id = (
         SELECT id FROM media WHERE is_due AND (claimed_until IS NULL OR claimed_until < $1)
         ORDER BY state, recipe DESC, uploaded_at LIMIT 1 FOR UPDATE SKIP LOCKED)
       RETURNING id, state, source, widths, recipe, placeholder, look,
         json_build_object('x', focus_x, 'y', focus_y) AS focus, focus_edition AS "focusEdition", attempts`,
      [now, until],
    );
    return rows[0] ?? null;
  }

  /** Readers may see it from here on; the rest is still due. */
  async keepFirst(
    id: string,
    { widths, formats, placeholder, look, source }: Omit<FirstSizes, 'files'>,
  ): Promise<void> {
    await this.database.of(MediaRow).update(
      { id },
      {
        state: 'ready',
        failure: null,
        widths,
        formats,
        placeholder,
        look: look?.toString() ?? null,
        source,
      },
    );
  }

  /** Where the focal point moved meanwhile, its crops are due. */
  async keepWhole(id: string, image: WholeImage): Promise<void> {
    await this.database.query(
      `UPDATE media SET formats = $2, placeholder = $3, look = $4, crops = $5, crops_edition = $6, recipe = $7,
         is_due = focus_edition <> $6, claimed_until = NULL, attempts = 0
       WHERE id = $1`,
      [
        id,
        image.formats,
        image.placeholder,
        image.look?.toString() ?? null,
        JSON.stringify(image.crops),
        image.edition,
        image.recipe,
      ],
    );
  }

  /** Another one is tried at once; this one when its turn comes again. */
  async giveBack(id: string, isCounted: boolean, notBefore: Date): Promise<void> {
    await this.database.query(
      `UPDATE media SET claimed_until = $3, attempts = attempts - CASE WHEN $2 THEN 0 ELSE 1 END WHERE id = $1`,
      [id, isCounted, notBefore],
    );
  }

  /** Nobody has ever seen it, and nobody will. */
  async fail(id: string, failure: MediaFailure): Promise<void> {
    await this.database
      .of(MediaRow)
      .update({ id }, { state: 'failed', failure, isDue: false, claimedUntil: null });
  }

  /** It stays as it is, with the files it has. */
  async leaveAsItIs(id: string): Promise<void> {
    await this.database.of(MediaRow).update({ id }, { isDue: false, claimedUntil: null });
  }

  async findDueByRecipe(recipe: number): Promise<void> {
    await this.database.query(
      `UPDATE media SET is_due = true, attempts = 0 WHERE recipe < $1 AND state = 'ready' AND NOT is_due`,
      [recipe],
    );
  }

  /** Both ways. How an image looks never changes: pairs only come. */
  async keepLookAlikes(id: string): Promise<void> {
    await this.database.query(
      `WITH alike AS (
         SELECT o.id, bit_count((o.look # m.look)::bit(64))::int AS distance
         FROM media m JOIN media o ON look_bytes(o.look) && look_bytes(m.look) AND o.look IS NOT NULL AND o.id <> m.id
         WHERE m.id = $1 AND bit_count((o.look # m.look)::bit(64)) <= $2)
       INSERT INTO media_look_alikes (media_id, other_id, distance)
       SELECT $1, id, distance FROM alike UNION ALL SELECT id, $1, distance FROM alike
       ON CONFLICT DO NOTHING`,
      [id, LARGEST_DISTANCE],
    );
  }
}

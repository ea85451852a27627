import { Injectable } from '@nestjs/common';
import { Database, SpeakerRow, SpeakerTranslationRow } from '@reihe/api-persistence';
import { Clock, likeText, type ListRows, offsetOf, oneRow, OwnedRows } from '@reihe/api-platform';
import type { Language, Speaker, SpeakerDuplicates, SpeakerPage } from '@reihe/shared-contracts';
import type { SpeakersQuery } from './speaker.bodies';
import { DUPLICATES, ENTRY, LIST_SPEAKERS, ONE_SPEAKER, SPEAKER_PAGE } from './speakers.sql';

const SHOWN_PAIRS = 100;

@Injectable()
export class SpeakersRepository {
  constructor(
    private readonly database: Database,
    private readonly owned: OwnedRows,
    private readonly clock: Clock,
  ) {}

  /** @param countries those whose name is searched for */
  async list(query: SpeakersQuery, countries: readonly string[]): Promise<ListRows<Speaker>> {
    const rows = await this.database.query<ListRows<Speaker>>(LIST_SPEAKERS, [
      query.q ? await this.pattern(query.q) : null,
      countries,
      query.country ?? null,
      query.photo === undefined ? null : query.photo === 'with',
      query.invitation ?? null,
      query.pageSize,
      offsetOf(query),
      this.clock.now(),
    ]);
    return oneRow(rows);
  }

  async one(id: string): Promise<Speaker | null> {
    const [found] = await this.database.query<{ speaker: Speaker }>(ONE_SPEAKER, [id, this.clock.now()]);
    return found?.speaker ?? null;
  }

  async entry(id: string): Promise<{ speaker: Speaker; mergedInto: string | null } | null> {
    const [found] = await this.database.query<{ speaker: Speaker; mergedInto: string | null }>(ENTRY, [
      id,
      this.clock.now(),
    ]);
    return found ?? null;
  }

  async page(id: string, languages: Language[]): Promise<SpeakerPage | null> {
    const [page] = await this.database.query<SpeakerPage>(SPEAKER_PAGE, [id, languages, this.clock.now()]);
    return page ?? null;
  }

  async duplicates(): Promise<SpeakerDuplicates> {
    return oneRow(await this.database.query<SpeakerDuplicates>(DUPLICATES, [SHOWN_PAIRS, this.clock.now()]));
  }

  claim(id: string, version: number): Promise<boolean> {
    return this.database.claimVersion('speakers', id, version);
  }

  async insert(row: Partial<SpeakerRow>): Promise<void> {
    await this.database.of(SpeakerRow).insert(row);
  }

  async update(id: string, change: Partial<SpeakerRow>): Promise<void> {
    await this.database.of(SpeakerRow).update({ id }, change);
  }

  async replaceTexts(speakerId: string, texts: Omit<SpeakerTranslationRow, 'speaker'>[]): Promise<void> {
    await this.owned.replace(SpeakerTranslationRow, { speakerId }, texts);
  }

  async remove(id: string): Promise<void> {
    await this.database.of(SpeakerRow).delete({ id });
  }

  /** Pictures of the entry and of those merged into it, which go with it. */
  async photosOf(id: string): Promise<string[]> {
    const rows = await this.database.query<{ mediaId: string }>(
      `SELECT DISTINCT photo_media_id AS "mediaId" FROM speakers
       WHERE (id = $1 OR merged_into = $1) AND photo_media_id IS NOT NULL`,
      [id],
    );
    return rows.map(({ mediaId }) => mediaId);
  }

  /** Answers the picture that was there; entries merged into this one let go of it as well. */
  async putPhoto(
    id: string,
    mediaId: string | null,
    consent: string | null,
    now: Date,
  ): Promise<string | null> {
    const [before] = await this.database.query<{ mediaId: string | null }>(
      `SELECT photo_media_id AS "mediaId" FROM speakers WHERE id = $1 FOR UPDATE`,
      [id],
    );
    const previous = before?.mediaId ?? null;
    await this.database.query(
      `UPDATE speakers
       SET version = version + 1, photo_media_id = $2, photo_consent = $3,
           photo_consented_at = CASE WHEN $2::uuid IS NOT NULL THEN $4::timestamptz END
       WHERE id = $1`,
      [id, mediaId, consent, now],
    );
    if (previous !== null) {
      await this.database.query(
        `UPDATE speakers SET photo_media_id = NULL, photo_consent = NULL, photo_consented_at = NULL
         WHERE merged_into = $1 AND photo_media_id = $2`,
        [id, previous],
      );
    }
    return previous;
  }

  /** Folded as the index is, so that the planner uses it; what LIKE reads as a sign is one typed by a person. */
  private async pattern(q: string): Promise<string> {
    const rows = await this.database.query<{ folded: string }>(`SELECT folded($1) AS folded`, [q.trim()]);
    return `%${likeText(oneRow(rows).folded)}%`;
  }
}

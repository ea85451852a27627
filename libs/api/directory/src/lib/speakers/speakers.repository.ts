import { Injectable } from '@nestjs/common';
import { Database, SpeakerRow, SpeakerTranslationRow } from '@reihe/api-persistence';
import { type ListRows, offsetOf, oneRow, OwnedRows, type PageQuery } from '@reihe/api-platform';
import type { Speaker } from '@reihe/shared-contracts';

@Injectable()
export class SpeakersRepository {
  constructor(
    private readonly database: Database,
    private readonly owned: OwnedRows,
  ) {}

  async list(query: PageQuery): Promise<ListRows<Speaker>> {
    const rows = await this.database.query<ListRows<Speaker>>(LIST, [
      query.q ?? '',
      query.pageSize,
      offsetOf(query),
    ]);
    return oneRow(rows);
  }

  async one(id: string): Promise<Speaker | null> {
    const [found] = await this.database.query<{ speaker: Speaker }>(
      `SELECT ${SPEAKER} AS speaker FROM speakers k WHERE k.id = $1`,
      [id],
    );
    return found?.speaker ?? null;
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
}

const SPEAKER = `
  jsonb_build_object(
    'id', k.id, 'version', k.version, 'title', k.title, 'name', k.name, 'email', k.email, 'city', k.city,
    'country', k.country,
    'translations', coalesce((
      SELECT jsonb_object_agg(t.language, jsonb_build_object(
        'position', t.position, 'organisation', t.organisation, 'bio', t.bio))
      FROM speaker_translations t WHERE t.speaker_id = k.id), '{}'::jsonb),
    'contributions', (SELECT count(*) FROM contributions c WHERE c.speaker_id = k.id))
`;

/** $1 search: name, city or organisation · $2 limit · $3 offset */
const LIST = `
  WITH found AS (
    SELECT k.* FROM speakers k
    WHERE $1 = '' OR strpos(lower(k.name), lower($1)) > 0 OR strpos(lower(k.city), lower($1)) > 0
      OR EXISTS (
        SELECT FROM speaker_translations t
        WHERE t.speaker_id = k.id AND strpos(lower(t.organisation), lower($1)) > 0)
  )
  SELECT (SELECT count(*)::int FROM found) AS total, coalesce((
    SELECT jsonb_agg(${SPEAKER} ORDER BY k.name, k.id)
    FROM (SELECT * FROM found ORDER BY name, id LIMIT $2 OFFSET $3) k
  ), '[]'::jsonb) AS items
`;

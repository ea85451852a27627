import { Injectable } from '@nestjs/common';
import { Database, RegionCountryRow, RegionRow, RegionTranslationRow } from '@reihe/api-persistence';
import { oneRow, OwnedRows, textsOf } from '@reihe/api-platform';
import type { Region, SaveRegion } from '@reihe/shared-contracts';
import type { TermsRepository } from './terms';

@Injectable()
export class RegionsRepository implements TermsRepository<Region, SaveRegion> {
  constructor(
    private readonly database: Database,
    private readonly owned: OwnedRows,
  ) {}

  async list(): Promise<Region[]> {
    const rows = await this.database.query<{ region: Region }>(
      `SELECT ${REGION} AS region FROM regions r ORDER BY r.position, r.slug`,
    );
    return rows.map(({ region }) => region);
  }

  async one(id: string): Promise<Region | null> {
    const [found] = await this.database.query<{ region: Region }>(
      `SELECT ${REGION} AS region FROM regions r WHERE r.id = $1`,
      [id],
    );
    return found?.region ?? null;
  }

  claim(id: string, version: number): Promise<boolean> {
    return this.database.claimVersion('regions', id, version);
  }

  /** Whether `id` is `ancestor` or stands below it. Locks the tree, so that two moves at once cannot close a ring. */
  async isWithin(id: string, ancestor: string): Promise<boolean> {
    await this.database.query(`LOCK TABLE regions IN SHARE ROW EXCLUSIVE MODE`);
    const rows = await this.database.query<{ found: boolean }>(
      `WITH RECURSIVE up AS (
         SELECT id, parent_id FROM regions WHERE id = $1
         UNION
         SELECT r.id, r.parent_id FROM regions r JOIN up ON r.id = up.parent_id
       )
       SELECT EXISTS (SELECT FROM up WHERE id = $2) AS found`,
      [id, ancestor],
    );
    return oneRow(rows).found;
  }

  async insert(id: string, body: SaveRegion): Promise<void> {
    await this.database.of(RegionRow).insert({ id, ...regionRowOf(body) });
    await this.replaceParts(id, body);
  }

  async update(id: string, body: SaveRegion): Promise<void> {
    await this.database.of(RegionRow).update({ id }, regionRowOf(body));
    await this.replaceParts(id, body);
  }

  async remove(id: string): Promise<void> {
    await this.database.of(RegionRow).delete({ id });
  }

  private async replaceParts(regionId: string, body: SaveRegion): Promise<void> {
    const names = textsOf(body.translations).map(([language, { name }]) => ({ regionId, language, name }));
    const countries = [...new Set(body.countries)].map((country) => ({ regionId, country }));
    await this.owned.replace(RegionTranslationRow, { regionId }, names);
    await this.owned.replace(RegionCountryRow, { regionId }, countries);
  }
}

function regionRowOf({ slug, position, parentId, tint }: SaveRegion) {
  return { slug, position, parentId: parentId ?? null, tint } satisfies Partial<RegionRow>;
}

const REGION = `
  jsonb_build_object(
    'id', r.id, 'version', r.version, 'slug', r.slug, 'parentId', r.parent_id, 'tint', r.tint, 'position', r.position,
    'countries', coalesce((
      SELECT jsonb_agg(c.country ORDER BY c.country) FROM region_countries c WHERE c.region_id = r.id), '[]'::jsonb),
    'translations', coalesce((
      SELECT jsonb_object_agg(t.language, jsonb_build_object('name', t.name))
      FROM region_translations t WHERE t.region_id = r.id), '{}'::jsonb))
`;

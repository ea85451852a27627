import { Injectable } from '@nestjs/common';
import { CategoryRow, CategoryTranslationRow, Database } from '@reihe/api-persistence';
import { OwnedRows, textsOf } from '@reihe/api-platform';
import type { Category, SaveCategory } from '@reihe/shared-contracts';
import type { TermsRepository } from './terms';

@Injectable()
export class CategoriesRepository implements TermsRepository<Category, SaveCategory> {
  constructor(
    private readonly database: Database,
    private readonly owned: OwnedRows,
  ) {}

  async list(): Promise<Category[]> {
    const rows = await this.database.query<{ category: Category }>(
      `SELECT ${CATEGORY} AS category FROM categories c ORDER BY c.position, c.slug`,
    );
    return rows.map(({ category }) => category);
  }

  async one(id: string): Promise<Category | null> {
    const [found] = await this.database.query<{ category: Category }>(
      `SELECT ${CATEGORY} AS category FROM categories c WHERE c.id = $1`,
      [id],
    );
    return found?.category ?? null;
  }

  claim(id: string, version: number): Promise<boolean> {
    return this.database.claimVersion('categories', id, version);
  }

  async insert(id: string, body: SaveCategory): Promise<void> {
    await this.database.of(CategoryRow).insert({ id, slug: body.slug, position: body.position });
    await this.replaceNames(id, body);
  }

  async update(id: string, body: SaveCategory): Promise<void> {
    await this.database.of(CategoryRow).update({ id }, { slug: body.slug, position: body.position });
    await this.replaceNames(id, body);
  }

  async remove(id: string): Promise<void> {
    await this.database.of(CategoryRow).delete({ id });
  }

  private async replaceNames(categoryId: string, body: SaveCategory): Promise<void> {
    const names = textsOf(body.translations).map(([language, { name }]) => ({ categoryId, language, name }));
    await this.owned.replace(CategoryTranslationRow, { categoryId }, names);
  }
}

const CATEGORY = `
  jsonb_build_object(
    'id', c.id, 'version', c.version, 'slug', c.slug, 'position', c.position,
    'translations', coalesce((
      SELECT jsonb_object_agg(t.language, jsonb_build_object('name', t.name))
      FROM category_translations t WHERE t.category_id = c.id), '{}'::jsonb))
`;

import { Injectable } from '@nestjs/common';
import { Database } from '@reihe/api-persistence';
import type { FeedOf, Language, PublicImage } from '@reihe/shared-contracts';
import { addressIn, SHOWN_RECAPS } from '../pages/shown-recaps.sql';

/** A recap as a feed needs it. */
export interface FeedRow {
  id: string;
  slug: string;
  title: string;
  lead: string;
  byline: string;
  publishedOn: string;
  updatedAt: Date;
  image: PublicImage | null;
  categories: string[];
}

/**
 * $1 language · $2 limit · $3 series · $4 category, slugs or null. Only recaps written in the language: a feed cannot say that a text
 * is a fallback.
 */
const FEED = `
  SELECT c.id, a.slug, t.title, t.lead, v.byline, p.published_on::text AS "publishedOn", v.created_at AS "updatedAt",
    (SELECT i.image FROM public_images(ARRAY[$1]) i WHERE i.media_id = v.lead_media_id) AS image,
    ARRAY(
      SELECT k.term ->> 'name' FROM category_terms(ARRAY[$1]) k
      WHERE k.category_id = ANY (v.category_ids) ORDER BY k.sort_order, k.slug) AS categories
  FROM (
    SELECT p.recap_id, p.published_on FROM published_recaps p
    JOIN series y ON y.id = p.series_id AND y.state = 'published'
    WHERE p.languages @> ARRAY[$1] AND ($3::text IS NULL OR y.slug = $3)
      AND ($4::text IS NULL OR p.category_ids && ARRAY(SELECT k.id FROM categories k WHERE k.slug = $4))
    ORDER BY p.published_on DESC, p.recap_id LIMIT $2
  ) p
  JOIN ${SHOWN_RECAPS} ON c.id = p.recap_id
  JOIN recap_revision_translations t ON t.revision_id = v.id AND t.language = $1
  CROSS JOIN LATERAL (${addressIn('t.language')}) a
  ORDER BY p.published_on DESC, c.id
`;

const NAMES = {
  series: `SELECT p.teaser ->> 'title' AS name FROM published_series_teasers(ARRAY[$1]) p WHERE p.slug = $2`,
  categories: `SELECT k.term ->> 'name' AS name FROM category_terms(ARRAY[$1]) k WHERE k.slug = $2`,
} as const satisfies Record<FeedOf['kind'], string>;

@Injectable()
export class FeedsRepository {
  constructor(private readonly database: Database) {}

  /** The latest first. */
  recaps(language: Language, limit: number, of: FeedOf | null): Promise<FeedRow[]> {
    const slugOf = (kind: FeedOf['kind']) => (of?.kind === kind ? of.slug : null);
    return this.database.query<FeedRow>(FEED, [language, limit, slugOf('series'), slugOf('categories')]);
  }

  /** null: readers know no such series or category. */
  async nameOf({ kind, slug }: FeedOf, language: Language): Promise<string | null> {
    const [row] = await this.database.query<{ name: string }>(NAMES[kind], [language, slug]);
    return row?.name ?? null;
  }
}

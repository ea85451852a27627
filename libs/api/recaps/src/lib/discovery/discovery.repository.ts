import { Injectable } from '@nestjs/common';
import { Database } from '@reihe/api-persistence';
import type { Language, PublicImage } from '@reihe/shared-contracts';

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

/** A page that search engines may find, at its address in each language it is really written in. */
export interface FindablePage {
  kind: 'series' | 'session' | 'recap';
  addresses: Partial<Record<Language, string>>;
  changedAt: Date;
}

/** $1 language · $2 limit. Only recaps written in the language: a feed cannot say that a text is a fallback. */
const FEED = `
  SELECT c.id, a.slug, t.title, t.lead, v.byline, c.published_on::text AS "publishedOn", v.created_at AS "updatedAt",
    (SELECT i.image FROM public_images(ARRAY[$1]) i WHERE i.media_id = v.lead_media_id) AS image,
    ARRAY(
      SELECT k.term ->> 'name' FROM category_terms(ARRAY[$1]) k
      WHERE k.category_id = ANY (v.category_ids) ORDER BY k.sort_order, k.slug) AS categories
  FROM recaps c
  JOIN series y ON y.id = c.series_id AND y.state = 'published'
  JOIN recap_revisions v ON v.recap_id = c.id AND v.number = c.current_revision
  JOIN recap_revision_translations t ON t.revision_id = v.id AND t.language = $1
  CROSS JOIN LATERAL (
    SELECT a.slug FROM recap_addresses a
    WHERE a.recap_id = c.id AND a.language = $1 AND a.published_at IS NOT NULL
    ORDER BY a.is_current DESC, a.published_at DESC LIMIT 1
  ) a
  WHERE c.state = 'published'
  ORDER BY c.published_on DESC, c.id
  LIMIT $2
`;

/** Sessions and series have one address for all languages. */
const FINDABLE = `
  SELECT 'series' AS kind, y.updated_at AS "changedAt", y.slug AS place, (
    SELECT jsonb_object_agg(t.language, y.slug) FROM series_translations t WHERE t.series_id = y.id) AS addresses
  FROM series y WHERE y.state = 'published'
  UNION ALL
  SELECT 'session', s.updated_at, s.slug, (
    SELECT jsonb_object_agg(t.language, s.slug) FROM session_translations t WHERE t.session_id = s.id)
  FROM sessions s JOIN series y ON y.id = s.series_id
  WHERE s.state <> 'draft' AND y.state = 'published'
  UNION ALL
  SELECT 'recap', v.created_at, c.id::text, (
    SELECT jsonb_object_agg(t.language, a.slug)
    FROM recap_revision_translations t
    CROSS JOIN LATERAL (
      SELECT a.slug FROM recap_addresses a
      WHERE a.recap_id = c.id AND a.language = t.language AND a.published_at IS NOT NULL
      ORDER BY a.is_current DESC, a.published_at DESC LIMIT 1
    ) a
    WHERE t.revision_id = v.id)
  FROM recaps c
  JOIN series y ON y.id = c.series_id AND y.state = 'published'
  JOIN recap_revisions v ON v.recap_id = c.id AND v.number = c.current_revision
  WHERE c.state = 'published'
  ORDER BY kind, place
`;

@Injectable()
export class DiscoveryRepository {
  constructor(private readonly database: Database) {}

  feed(language: Language, limit: number): Promise<FeedRow[]> {
    return this.database.query<FeedRow>(FEED, [language, limit]);
  }

  async findable(): Promise<FindablePage[]> {
    const rows = await this.database.query<Omit<FindablePage, 'addresses'> & Partial<FindablePage>>(FINDABLE);
    return rows.map(({ kind, changedAt, addresses }) => ({ kind, changedAt, addresses: addresses ?? {} }));
  }
}

import { Injectable } from '@nestjs/common';
import { Database } from '@reihe/api-persistence';
import type { OwnPage } from '@reihe/shared-recap-policies';

/** $1 kinds · $2 slugs, side by side. Those that readers can see, an old address of a recap too, for it leads on. */
const THERE = `
  SELECT w.kind, w.slug FROM unnest($1::text[], $2::text[]) AS w (kind, slug)
  WHERE CASE w.kind
    WHEN 'series' THEN EXISTS (SELECT FROM series y WHERE y.slug = w.slug AND y.state = 'published')
    WHEN 'session' THEN EXISTS (
      SELECT FROM sessions s JOIN series y ON y.id = s.series_id AND y.state = 'published'
      WHERE s.slug = w.slug AND s.state <> 'draft')
    WHEN 'recap' THEN EXISTS (
      SELECT FROM recap_addresses a
      JOIN recaps c ON c.id = a.recap_id AND c.state IN ('published', 'archived')
      JOIN series y ON y.id = c.series_id AND y.state = 'published'
      WHERE a.slug = w.slug AND a.published_at IS NOT NULL)
  END
`;

@Injectable()
export class LinksRepository {
  constructor(private readonly database: Database) {}

  /** Of these pages the ones that readers can see. */
  there(pages: readonly OwnPage[]): Promise<OwnPage[]> {
    return this.database.query<OwnPage>(THERE, [
      pages.map(({ kind }) => kind),
      pages.map(({ slug }) => slug),
    ]);
  }
}

import { Injectable } from '@nestjs/common';
import { Database } from '@reihe/api-persistence';
import type { Language } from '@reihe/shared-contracts';
import { addressIn, SHOWN_RECAPS } from '../pages/shown-recaps.sql';

/** A page that search engines may find, at its address in each language it is really written in. */
export interface FindablePage {
  kind: 'series' | 'session' | 'recap';
  addresses: Partial<Record<Language, string>>;
  changedAt: Date;
}

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
    CROSS JOIN LATERAL (${addressIn('t.language')}) a
    WHERE t.revision_id = v.id)
  FROM ${SHOWN_RECAPS}
  WHERE c.state = 'published'
  ORDER BY kind, place
`;

@Injectable()
export class DiscoveryRepository {
  constructor(private readonly database: Database) {}

  async findable(): Promise<FindablePage[]> {
    const rows = await this.database.query<Omit<FindablePage, 'addresses'> & Partial<FindablePage>>(FINDABLE);
    return rows.map(({ kind, changedAt, addresses }) => ({ kind, changedAt, addresses: addresses ?? {} }));
  }
}

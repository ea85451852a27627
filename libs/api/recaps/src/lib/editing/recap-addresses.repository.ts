import { Injectable } from '@nestjs/common';
import { Database } from '@reihe/api-persistence';
import type { Language } from '@reihe/shared-contracts';

export interface RecapAddress {
  language: Language;
  slug: string;
}

/**
 * The addresses of recaps: one that was never published may be replaced, a published one stays and leads to the one in use
 * (docs/adr/0007). An address is one recap's in every language, so that a fallback text is found under it.
 */
@Injectable()
export class RecapAddressesRepository {
  constructor(private readonly database: Database) {}

  /** @returns the languages whose slug another recap has or had. */
  async use(recapId: string, addresses: readonly RecapAddress[]): Promise<Language[]> {
    const parameters = [
      recapId,
      addresses.map(({ language }) => language),
      addresses.map(({ slug }) => slug),
    ];
    const wanted = `unnest($2::text[], $3::text[]) AS w (language, slug)`;
    const isUnwanted = `NOT EXISTS (SELECT FROM ${wanted} WHERE w.language = a.language AND w.slug = a.slug)`;
    await this.database.query(
      `DELETE FROM recap_addresses a WHERE a.recap_id = $1 AND a.published_at IS NULL AND ${isUnwanted}`,
      parameters,
    );
    await this.database.query(
      `UPDATE recap_addresses a SET is_current = false WHERE a.recap_id = $1 AND a.is_current AND ${isUnwanted}`,
      parameters,
    );
    const used = await this.database.query<{ language: Language }>(
      `INSERT INTO recap_addresses AS a (language, slug, recap_id)
       SELECT w.language, w.slug, $1 FROM ${wanted}
       WHERE NOT EXISTS (SELECT FROM recap_addresses o WHERE o.slug = w.slug AND o.recap_id <> $1)
       ON CONFLICT (language, slug) DO UPDATE SET is_current = true WHERE a.recap_id = $1
       RETURNING a.language`,
      parameters,
    );
    return addresses
      .filter((address) => !used.some(({ language }) => language === address.language))
      .map(({ language }) => language);
  }

  /** From now on these addresses are held for good. Nobody is sent to that of a translation in progress. */
  async publish(recapId: string): Promise<void> {
    await this.database.query(
      `UPDATE recap_addresses a SET published_at = now()
       WHERE a.recap_id = $1 AND a.is_current AND a.published_at IS NULL AND NOT EXISTS (
         SELECT FROM recap_translations t
         WHERE t.recap_id = a.recap_id AND t.language = a.language AND NOT t.is_finished)`,
      [recapId],
    );
  }

  /** Per language the address in use, or the one that was last; what a language that comes back returns to. */
  latestOf(recapId: string): Promise<RecapAddress[]> {
    return this.database.query(
      `SELECT DISTINCT ON (language) language, slug FROM recap_addresses
       WHERE recap_id = $1 ORDER BY language, is_current DESC, published_at DESC NULLS LAST`,
      [recapId],
    );
  }

  /** The address, or where it is taken the first of it with a number that is not. */
  async freeSlug(slug: string): Promise<string> {
    const rows = await this.database.query<{ slug: string }>(
      `SELECT DISTINCT slug FROM recap_addresses WHERE slug = $1 OR starts_with(slug, $1 || '-')`,
      [slug],
    );
    const taken = new Set(rows.map((row) => row.slug));
    let free = slug;
    for (let number = 2; taken.has(free); number += 1) free = `${slug}-${number}`;
    return free;
  }
}

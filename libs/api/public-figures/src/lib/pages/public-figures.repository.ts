import { Injectable } from '@nestjs/common';
import { Database } from '@reihe/api-persistence';
import { oneRow } from '@reihe/api-platform';
import type { Language } from '@reihe/shared-contracts';
import type { CountedPeople } from '../counting/counted-people';
import { COUNT_PEOPLE, KEEP_BREAKDOWN } from '../counting/count-people.sql';
import type { PublicFiguresRow, StoredCount } from './public-figures.rows';
import { PUBLIC_FIGURES } from './public-figures.sql';

@Injectable()
export class PublicFiguresRepository {
  constructor(private readonly database: Database) {}

  /** One statement, whatever is on the page. @param slug null: all series */
  async read(slug: string | null, languages: Language[]): Promise<PublicFiguresRow> {
    return oneRow(await this.database.prepared<PublicFiguresRow>(PUBLIC_FIGURES, [languages, slug]));
  }

  async count(seriesId: string): Promise<CountedPeople> {
    return oneRow(await this.database.query<{ people: CountedPeople }>(COUNT_PEOPLE, [seriesId])).people;
  }

  /** Leaves what another process counted since `before` (null: ever). */
  async keep(seriesId: string, before: string | null, count: StoredCount): Promise<void> {
    const { countedAt, participants, participations, attended, breakdown, hidden } = count;
    await this.database.query(KEEP_BREAKDOWN, [
      seriesId,
      countedAt,
      before,
      participants,
      participations,
      attended,
      JSON.stringify(breakdown),
      hidden,
    ]);
  }
}

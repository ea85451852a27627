import { Injectable } from '@nestjs/common';
import { Database } from '@reihe/api-persistence';
import { fallbackOrder } from '@reihe/api-platform';
import type { MakeFunderReport } from '@reihe/shared-figures';
import { GATHER } from './gather.sql';
import type { Gathered } from './gathered';

@Injectable()
export class GatherReportRepository {
  constructor(private readonly database: Database) {}

  /** null: there is no such series. */
  async gather(
    seriesId: string,
    { language, basis, from, to }: Pick<MakeFunderReport, 'language' | 'basis' | 'from' | 'to'>,
    now: Date,
  ): Promise<Gathered | null> {
    const [row] = await this.database.query<{ gathered: Gathered }>(GATHER, [
      ...[fallbackOrder(language), seriesId, from, to, basis === 'attendance', now],
    ]);
    return row?.gathered ?? null;
  }
}

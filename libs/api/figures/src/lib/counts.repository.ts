import { Injectable } from '@nestjs/common';
import { Database, StatedCountRow } from '@reihe/api-persistence';
import type { CountsOverview, Language, Measure, SeriesFigures, StatedCount } from '@reihe/shared-contracts';
import type { SelectionFigures } from '@reihe/shared-editorial';
import type { CountSubject } from './count-subject';
import { SELECTION_FIGURES, SERIES_COUNTS, SERIES_FIGURES, SESSION_COUNTS, STATED_COUNT } from './counts.sql';

/** A number as somebody states it. */
export type Statement = Pick<
  StatedCountRow,
  'measure' | 'value' | 'isAtLeast' | 'source' | 'note' | 'statedOn' | 'enteredById' | 'enteredAt'
>;

@Injectable()
export class CountsRepository {
  constructor(private readonly database: Database) {}

  async overview({ kind, id }: CountSubject): Promise<CountsOverview | null> {
    const sql = kind === 'session' ? SESSION_COUNTS : SERIES_COUNTS;
    const [found] = await this.database.query<{ overview: CountsOverview }>(sql, [id]);
    return found?.overview ?? null;
  }

  async seriesFigures(seriesId: string, languages: Language[]): Promise<SeriesFigures | null> {
    const [found] = await this.database.query<{ figures: SeriesFigures }>(SERIES_FIGURES, [
      languages,
      seriesId,
    ]);
    return found?.figures ?? null;
  }

  async selectionFigures(seriesId: string, sessionIds: readonly string[]): Promise<SelectionFigures | null> {
    const [found] = await this.database.query<{ figures: SelectionFigures }>(SELECTION_FIGURES, [
      seriesId,
      sessionIds,
    ]);
    return found?.figures ?? null;
  }

  /** Keeps the subject until the transaction ends, so that two statements about it come one after the other. */
  async lock({ kind, id }: CountSubject): Promise<boolean> {
    const table = kind === 'session' ? 'sessions' : 'series';
    const rows = await this.database.query(`SELECT id FROM ${table} WHERE id = $1 FOR NO KEY UPDATE`, [id]);
    return rows.length > 0;
  }

  async one(id: string): Promise<StatedCount | null> {
    const [found] = await this.database.query<{ stated: StatedCount }>(STATED_COUNT, [id]);
    return found?.stated ?? null;
  }

  async reported(subject: CountSubject, measure: Measure): Promise<StatedCount | null> {
    const row = await this.database
      .of(StatedCountRow)
      .findOneBy({ ...columnOf(subject), measure, origin: 'reported' });
    return row && this.one(row.id);
  }

  async insert(id: string, subject: CountSubject, statement: Statement): Promise<void> {
    await this.database
      .of(StatedCountRow)
      .insert({ id, ...columnOf(subject), ...statement, origin: 'reported' });
  }

  async update(id: string, statement: Partial<Statement>): Promise<void> {
    await this.database.of(StatedCountRow).update({ id }, statement);
  }

  async remove(id: string): Promise<void> {
    await this.database.of(StatedCountRow).delete({ id });
  }
}

function columnOf({ kind, id }: CountSubject) {
  return kind === 'session' ? { sessionId: id } : { seriesId: id };
}

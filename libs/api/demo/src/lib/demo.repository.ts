import { Injectable } from '@nestjs/common';
import { Database, SeriesRow } from '@reihe/api-persistence';
import type { DeepPartial, EntityTarget, ObjectLiteral } from 'typeorm';

/** Rows by the hundred: one INSERT takes at most this many, PostgreSQL allows 65,535 parameters. */
const CHUNK = 500;

@Injectable()
export class DemoRepository {
  constructor(private readonly database: Database) {}

  /** Serialises loaders: a second one waits here and then finds the data loaded. */
  async isEmptyAndMine(): Promise<boolean> {
    await this.database.query(`SELECT pg_advisory_xact_lock(hashtext('reihe.demo'))`);
    return (await this.database.of(SeriesRow).count()) === 0;
  }

  async insert<Row extends ObjectLiteral>(
    row: EntityTarget<Row>,
    rows: readonly DeepPartial<Row>[],
  ): Promise<void> {
    const table = this.database.of(row);
    for (let start = 0; start < rows.length; start += CHUNK) {
      await table.insert(rows.slice(start, start + CHUNK) as Parameters<typeof table.insert>[0]);
    }
  }

  async nextQueueNumbers(count: number): Promise<string[]> {
    const numbers = await this.database.query<{ number: string }>(
      `SELECT nextval('registration_queue') AS number FROM generate_series(1, $1)`,
      [count],
    );
    return numbers.map(({ number }) => number);
  }
}

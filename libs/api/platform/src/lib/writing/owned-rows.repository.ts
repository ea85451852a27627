import { Injectable } from '@nestjs/common';
import { Database } from '@reihe/api-persistence';
import type { EntityTarget, FindOptionsWhere, ObjectLiteral, QueryDeepPartialEntity } from 'typeorm';

/** Rows that belong to one resource and are saved with it, whole: translations, terms, agenda. */
@Injectable()
export class OwnedRows {
  constructor(private readonly database: Database) {}

  async replace<Row extends ObjectLiteral>(
    row: EntityTarget<Row>,
    owner: FindOptionsWhere<Row>,
    rows: QueryDeepPartialEntity<Row>[],
  ): Promise<void> {
    await this.database.of(row).delete(owner);
    await this.add(row, rows);
  }

  async add<Row extends ObjectLiteral>(
    row: EntityTarget<Row>,
    rows: QueryDeepPartialEntity<Row>[],
  ): Promise<void> {
    if (rows.length > 0) await this.database.of(row).insert(rows);
  }
}

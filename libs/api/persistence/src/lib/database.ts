import { Injectable } from '@nestjs/common';
import { InjectTransactionHost, TransactionHost } from '@nestjs-cls/transactional';
import type { TransactionalAdapterTypeOrm } from '@nestjs-cls/transactional-adapter-typeorm';
import type { EntityManager, EntityTarget, ObjectLiteral, Repository } from 'typeorm';

/** The only way a repository reaches the database: always the transaction in progress, so that no write slips outside. */
@Injectable()
export class Database {
  constructor(
    @InjectTransactionHost() private readonly transactions: TransactionHost<TransactionalAdapterTypeOrm>,
  ) {}

  get manager(): EntityManager {
    return this.transactions.tx;
  }

  of<Row extends ObjectLiteral>(row: EntityTarget<Row>): Repository<Row> {
    return this.manager.getRepository(row);
  }

  /** One hand-written statement; `$1`-style parameters. */
  query<Result>(sql: string, parameters: readonly unknown[] = []): Promise<Result[]> {
    return this.manager.query<Result[]>(sql, [...parameters]);
  }

  /** Runs after the transaction in progress is committed (at once where there is none). Lost if the process dies in between. */
  afterCommit(task: () => void): void {
    const runner = this.manager.queryRunner;
    if (!runner?.isTransactionActive) return task();
    const release = runner.commitTransaction.bind(runner);
    runner.commitTransaction = async () => {
      runner.commitTransaction = release;
      await release();
      task();
    };
  }

  /**
   * Claims the next version of an editable resource. False: somebody saved since `expected` was read (or the row is gone).
   * Takes the row's lock, so whatever follows in the transaction is serialised per resource.
   */
  async claimVersion(
    table:
      'series' | 'sessions' | 'speakers' | 'regions' | 'categories' | 'recaps' | 'media' | 'staff_accounts',
    id: string,
    expected: number,
  ): Promise<boolean> {
    const claimed = await this.manager.query<[unknown[], number]>(
      `UPDATE ${table} SET version = version + 1 WHERE id = $1 AND version = $2 RETURNING id`,
      [id, expected],
    );
    return claimed[1] === 1;
  }
}

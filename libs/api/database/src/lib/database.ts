import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { InjectTransactionHost, TransactionHost } from '@nestjs-cls/transactional';
import type { TransactionalAdapterTypeOrm } from '@nestjs-cls/transactional-adapter-typeorm';
import type { ClientBase, QueryResult, QueryResultRow } from 'pg';
import {
  type EntityManager,
  type EntityTarget,
  type ObjectLiteral,
  QueryFailedError,
  type QueryRunner,
  type Repository,
} from 'typeorm';

/** The only way a repository reaches the database: always the transaction in progress, so that no write slips outside. */
@Injectable()
export class Database {
  private readonly unanswered = new WeakMap<QueryRunner, Promise<unknown>[]>();

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
  async query<Result>(sql: string, parameters: readonly unknown[] = []): Promise<Result[]> {
    const { queryRunner } = this.manager;
    try {
      return await this.manager.query<Result[]>(sql, [...parameters]);
    } catch (error) {
      if (queryRunner && isAfterFailure(error)) await Promise.all(this.unanswered.get(queryRunner) ?? []);
      throw error;
    }
  }

  /**
   * One hand-written statement that is asked for again and again, outside a transaction: each connection parses and plans it once,
   * for any parameters. Worth it for the public pages, where planning takes longer than reading; left to itself PostgreSQL plans
   * them anew each time. Wants connections of its own: a pooler between must keep prepared statements.
   */
  async prepared<Result>(sql: string, parameters: readonly unknown[] = []): Promise<Result[]> {
    const { dataSource } = this.manager;
    const runner = dataSource.createQueryRunner();
    const values = [...parameters];
    try {
      const client = (await runner.connect()) as ClientBase;
      dataSource.logger.logQuery(sql, values, runner);
      return await withGenericPlans(client, () =>
        client.query<Result & QueryResultRow>({ name: statementName(sql), text: sql, values }),
      );
    } catch (error) {
      throw error instanceof Error ? new QueryFailedError(sql, values, error) : error;
    } finally {
      await runner.release();
    }
  }

  /**
   * A statement that every transaction of some kind asks, in the one in progress: each connection parses it once, and plans it once
   * where one plan is as good for all parameters.
   * Several that are asked for at once are sent at once and answered in their order: those that do not need one another's rows wait
   * for one round trip together. Each still sees what is committed and what was written before it, so a lock can stand first.
   */
  async often<Result>(sql: string, parameters: readonly unknown[] = []): Promise<Result[]> {
    const runner = this.manager.queryRunner;
    if (!runner?.isTransactionActive) return this.query(sql, parameters);
    const { answer } = await this.send<Result>(runner, sql, parameters);
    return answer;
  }

  /**
   * The same for a statement whose answer nobody waits for: what comes next goes right behind it, be it the commit. Where it fails so
   * does everything after it, and the transaction, with its error.
   */
  async write(sql: string, parameters: readonly unknown[] = []): Promise<void> {
    const runner = this.manager.queryRunner;
    if (!runner?.isTransactionActive) return void (await this.query(sql, parameters));
    const { answer } = await this.send(runner, sql, parameters);
    // Told by whatever comes next.
    answer.catch(() => undefined);
    const earlier = this.unanswered.get(runner);
    if (earlier) return void earlier.push(answer);
    const writes: Promise<unknown>[] = [answer];
    this.unanswered.set(runner, writes);
    const commit = runner.commitTransaction.bind(runner);
    runner.commitTransaction = async () => {
      runner.commitTransaction = commit;
      const committed = commit();
      committed.catch(() => undefined);
      // PostgreSQL takes the commit of what failed for a rollback, and says so to nobody.
      await Promise.all(writes);
      await committed;
    };
  }

  /**
   * From here to the end of the transaction each connection plans a statement once, for any parameters. For transactions whose every
   * statement finds its rows by their keys: planning takes longer than those run. Not for what is filtered, for what was not asked
   * for is left out of a plan only where the parameters are known.
   */
  planOnce(): Promise<void> {
    return this.write(GENERIC_PLANS);
  }

  private async send<Result>(
    runner: QueryRunner,
    sql: string,
    parameters: readonly unknown[],
  ): Promise<{ answer: Promise<Result[]> }> {
    const values = [...parameters];
    const client = (await runner.connect()) as ClientBase;
    this.manager.dataSource.logger.logQuery(sql, values, runner);
    const earlier = [...(this.unanswered.get(runner) ?? [])];
    const sent = client.query<Result & QueryResultRow>({ name: statementName(sql), text: sql, values });
    const answer = async () => {
      try {
        return (await sent).rows;
      } catch (error) {
        if (isAfterFailure(error)) await Promise.all(earlier);
        throw error instanceof Error ? new QueryFailedError(sql, values, error) : error;
      }
    };
    return { answer: answer() };
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

/**
 * Other statements of the connection are better planned for their parameters: many of those leave out what was not asked for. All three
 * are sent at once and answered in their order, in one round trip.
 */
async function withGenericPlans<Row extends QueryResultRow>(
  client: ClientBase,
  read: () => Promise<QueryResult<Row>>,
): Promise<Row[]> {
  const [set, answer, reset] = await Promise.allSettled([
    client.query('SET plan_cache_mode = force_generic_plan'),
    read(),
    client.query('RESET plan_cache_mode'),
  ]);
  for (const told of [set, answer, reset]) if (told.status === 'rejected') throw told.reason;
  return answer.status === 'fulfilled' ? answer.value.rows : [];
}

/** Refused for what failed before it: the transaction takes no more statements. */
function isAfterFailure(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === '25P02';
}

const GENERIC_PLANS = 'SET LOCAL plan_cache_mode = force_generic_plan';

const statementNames = new Map<string, string>();

/** PostgreSQL cuts names at 63 bytes, and one name stands for one text only. */
function statementName(sql: string): string {
  const known = statementNames.get(sql);
  if (known) return known;
  const name = `reihe-${createHash('sha256').update(sql).digest('hex').slice(0, 32)}`;
  statementNames.set(sql, name);
  return name;
}

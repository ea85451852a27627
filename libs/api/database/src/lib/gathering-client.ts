import { Client, type QueryResult } from 'pg';

const BEGIN = 'START TRANSACTION';
const BEGUN: QueryResult = { command: 'START', rowCount: null, oid: 0, fields: [], rows: [] };

/**
 * A connection that sends what is asked of it at the same moment by one write: several statements that leave one by one wake
 * PostgreSQL up for each, which takes the machine longer than most of them. The begin of a transaction is not waited for: where it
 * fails the connection is gone, and whatever follows says so.
 */
export class GatheringClient extends Client {
  private isGathering = false;

  override query = ((...asked: unknown[]) => {
    this.gather();
    const answer: unknown = super.query(...(asked as Parameters<Client['query']>));
    if (asked[0] !== BEGIN || !(answer instanceof Promise)) return answer;
    answer.catch(() => undefined);
    return Promise.resolve(BEGUN);
  }) as Client['query'];

  private gather(): void {
    const { stream } = this.connection;
    if (this.isGathering) return;
    this.isGathering = true;
    stream.cork();
    setImmediate(() => {
      this.isGathering = false;
      stream.uncork();
    });
  }
}

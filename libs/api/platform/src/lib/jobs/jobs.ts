import {
  Injectable,
  Logger,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { PgBoss, type Queue } from 'pg-boss';
import { Config } from '../config/config';

export type JobWork = () => Promise<unknown>;

interface Registered {
  work: JobWork;
  cron: string | null;
}

/** One waits at most while others run: asking ten times for the same work does it once more, not ten times. */
const QUEUE: Omit<Queue, 'name'> = {
  policy: 'short',
  expireInSeconds: 300,
  retryLimit: 2,
  retryBackoff: true,
};
const ON_DEMAND_POLL_SECONDS = 1;
const CRON_POLL_SECONDS = 5;
/** Asking is a row and a commit of its own: under load one for many transactions. Far below what workers wait between two looks. */
const ASK_EVERY_MS = 200;
const STOP_TIMEOUT_MS = 8_000;

/**
 * Work beside the requests. PostgreSQL is the queue (schema `pgboss`), so any number of processes share it. Features
 * register while their modules start (`onModuleInit`); only processes with the role `worker` run what is registered.
 * Work must be safe to run twice and at the same time on two nodes.
 */
@Injectable()
export class Jobs implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger(Jobs.name);
  private readonly registered = new Map<string, Registered>();
  private boss: Promise<PgBoss> | null = null;
  private isStopping = false;
  /** Asked for and not yet passed on: a transaction that writes a thousand mails asks once. */
  private readonly asked = new Set<string>();
  /** When each was last passed on. */
  private readonly passedOn = new Map<string, number>();

  constructor(private readonly config: Config) {}

  /** Runs when somebody asks by `send`. */
  on(name: string, work: JobWork): void {
    this.register(name, { work, cron: null });
  }

  /** Runs at the times of a five-field cron expression in UTC, once for all processes; and when asked by `send`. */
  every(name: string, cron: string, work: JobWork): void {
    this.register(name, { work, cron });
  }

  /**
   * Asks for registered work soon, or at a moment. Never fails the caller: what is lost here is found by the next scheduled
   * run. Work that is asked for a moment needs a name of its own: while that waits, asking for the same work is one with it.
   */
  send(name: string, at?: Date): void {
    if (this.isStopping || this.asked.has(name)) return;
    this.asked.add(name);
    const wait = (this.passedOn.get(name) ?? -Infinity) + ASK_EVERY_MS - performance.now();
    if (wait <= 0) this.passOn(name, at);
    else setTimeout(() => this.passOn(name, at), wait).unref();
  }

  async onApplicationBootstrap(): Promise<void> {
    if (!this.isWorker) return;
    const boss = await this.start();
    for (const [name, { work, cron }] of this.registered) {
      await boss.work(
        name,
        { pollingIntervalSeconds: cron ? CRON_POLL_SECONDS : ON_DEMAND_POLL_SECONDS },
        () => this.run(name, work),
      );
      if (cron) await boss.schedule(name, cron);
    }
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.isStopping = true;
    const boss = await this.boss?.catch(() => null);
    await boss?.stop({ graceful: true, timeout: STOP_TIMEOUT_MS });
  }

  /** Whatever was asked for until now is one; what is asked for from now on may be too late for this run. */
  private passOn(name: string, at: Date | undefined): void {
    if (this.isStopping) return;
    this.start()
      .then((boss) => {
        this.asked.delete(name);
        this.passedOn.set(name, performance.now());
        return boss.send(name, {}, at ? { startAfter: at } : {});
      })
      .catch((error: unknown) => {
        this.asked.delete(name);
        this.logger.error({ err: error, job: name }, 'A job could not be asked for');
      });
  }

  private get isWorker(): boolean {
    return this.config.roles.includes('worker');
  }

  private register(name: string, job: Registered): void {
    if (this.registered.has(name)) throw new Error(`The job "${name}" is registered twice.`);
    if (this.boss) throw new Error(`The job "${name}" is registered too late: use onModuleInit.`);
    this.registered.set(name, job);
  }

  /** A process that only serves requests connects with its first `send`: nothing else needs it there. */
  private start(): Promise<PgBoss> {
    this.boss ??= this.connect();
    return this.boss;
  }

  private async connect(): Promise<PgBoss> {
    const boss = new PgBoss({
      connectionString: this.config.databaseUrl,
      max: 3,
      application_name: 'reihe-jobs',
      supervise: this.isWorker,
      schedule: this.isWorker,
    });
    boss.on('error', (error) => {
      this.logger.error({ err: error }, 'The job queue has a problem');
    });
    await boss.start();
    for (const name of this.registered.keys()) await boss.createQueue(name, QUEUE);
    return boss;
  }

  private async run(name: string, work: JobWork): Promise<void> {
    try {
      await work();
    } catch (error) {
      this.logger.error({ err: error, job: name }, 'A job failed and is tried again');
      throw error;
    }
  }
}

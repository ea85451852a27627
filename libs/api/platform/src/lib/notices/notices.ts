import { Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import { Client } from 'pg';
import { Config } from '../config/config';

/** told: what a committed transaction said · missed: the line was down, anything may have been said meanwhile */
export type Notice = { kind: 'told'; payload: string } | { kind: 'missed' };
type Listener = (notice: Notice) => void;

const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 30_000;
/** A line that broke without a word is found out by asking, after both: pages that are kept until something is told may be that old. */
const ASK_EVERY_MS = 2_000;
const ANSWER_WITHIN_MS = 2_000;

/**
 * What transactions of any process tell by NOTIFY. One connection per process listens, from the first listener on; when it is
 * lost it is made again, and listeners are told that they may have missed something.
 */
@Injectable()
export class Notices implements OnModuleDestroy {
  private readonly logger = new Logger(Notices.name);
  private readonly channels = new Map<string, Set<Listener>>();
  private client: Client | null = null;
  private connecting: Promise<void> | null = null;
  private again: NodeJS.Timeout | null = null;
  private failures = 0;
  private isOver = false;

  constructor(private readonly config: Config) {}

  /** False: what is told meanwhile is not heard, nor that it was missed before the line is there again. */
  get isOnTheLine(): boolean {
    return this.client !== null;
  }

  /**
   * Ends with what stops listening, as soon as the channel is heard (or PostgreSQL cannot be reached, which is tried again).
   * @param channel lower-case letters and underscores
   */
  async listen(channel: string, listener: Listener): Promise<() => void> {
    const listeners = this.channels.get(channel);
    if (listeners) listeners.add(listener);
    else this.channels.set(channel, new Set([listener]));
    if (!this.client) await this.connect();
    else if (!listeners) await this.client.query(`LISTEN ${channel}`);
    return () => {
      this.channels.get(channel)?.delete(listener);
    };
  }

  async onModuleDestroy(): Promise<void> {
    this.isOver = true;
    if (this.again) clearTimeout(this.again);
    await this.connecting;
    await this.client?.end().catch(() => undefined);
  }

  private connect(): Promise<void> {
    this.connecting ??= this.open().finally(() => {
      this.connecting = null;
    });
    return this.connecting;
  }

  private async open(): Promise<void> {
    const client = new Client({
      connectionString: this.config.databaseUrl,
      application_name: 'reihe notices',
      keepAlive: true,
      connectionTimeoutMillis: 10_000,
      query_timeout: 10_000,
    });
    client.on('notification', ({ channel, payload }) => {
      this.tell(channel, { kind: 'told', payload: payload ?? '' });
    });
    client.on('error', (error) => this.logger.warn({ err: error }, 'The line for notices failed'));
    const asking = setInterval(() => {
      void this.isThere(client).then((isThere) => {
        if (isThere) return;
        clearInterval(asking);
        this.lose(client);
        client.end().catch(() => undefined);
      });
    }, ASK_EVERY_MS);
    asking.unref();
    client.once('end', () => {
      clearInterval(asking);
      this.lose(client);
    });
    try {
      await client.connect();
      for (const channel of this.channels.keys()) await client.query(`LISTEN ${channel}`);
    } catch (error) {
      this.logger.warn({ err: error }, 'No notices can be heard yet');
      clearInterval(asking);
      await client.end().catch(() => undefined);
      this.tryAgain();
      return;
    }
    this.client = client;
    if (this.failures > 0) for (const channel of this.channels.keys()) this.tell(channel, { kind: 'missed' });
    this.failures = 0;
  }

  private async isThere(client: Client): Promise<boolean> {
    let waiting: NodeJS.Timeout | undefined;
    const silence = new Promise<false>((resolve) => {
      waiting = setTimeout(() => resolve(false), ANSWER_WITHIN_MS);
    });
    const answer = client.query('SELECT 1').then(
      () => true,
      () => false,
    );
    return Promise.race([answer, silence]).finally(() => clearTimeout(waiting));
  }

  private lose(client: Client): void {
    if (this.client !== client) return;
    this.client = null;
    this.tryAgain();
  }

  private tryAgain(): void {
    if (this.isOver) return;
    const wait = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** this.failures);
    this.failures++;
    this.again = setTimeout(() => void this.connect(), wait);
    this.again.unref();
  }

  private tell(channel: string, notice: Notice): void {
    for (const listener of this.channels.get(channel) ?? []) listener(notice);
  }
}

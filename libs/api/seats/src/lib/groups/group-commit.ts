import { AsyncLocalStorage } from 'node:async_hooks';
import { isConnectionLost } from '@reihe/api-persistence';
import { DomainError } from '@reihe/api-platform';

/** More wait already than could be answered in a time that people wait for. */
export class TooManyWaiting extends Error {}

export interface GroupLimits {
  /** Items of one group. */
  size: number;
  /** Items that may wait for a group; whoever comes then is refused. */
  waiting: number;
}

/** Longer than that nobody waits for others to come along. */
const MOST_PATIENCE_MS = 10;

/** Fewer at once are one group: what each group costs, however small, is more than what one gains while the other waits for the disk. */
const WORTH_TWO = 12;

interface Waiting<Item, Result> {
  item: Item;
  key: string;
  touches: readonly string[];
  settle: (outcome: PromiseSettledResult<Result>) => void;
}

/**
 * Puts what is asked for at the same time into one transaction: the lock of a session that everybody wants is taken, and its commit
 * waited for, once per group instead of once per person. Whoever comes while a group is on its way is in the next one, in the order
 * of coming. Alone, nobody waits. Where several come all the time the next group waits for as many again, but not longer than half of
 * what the last one took, for two small groups take longer than that; and where they want different things one half of them is
 * prepared while the other is under way. A group that fails as a whole is carried out one by one, so that nobody fails for another's
 * fault; not where the connection is lost, for then nobody would fare better.
 */
export class GroupCommit<Item, Result> {
  private waiting: Waiting<Item, Result>[] = [];
  private readonly underWay = new Set<Waiting<Item, Result>[]>();
  private isBeginning = false;
  /** Who was under way or waited when the last group was done: where people come all the time, as many come again. */
  private comingAtOnce = 1;
  /** So long the next group waits for them at most. */
  private patienceMs = 0;
  private patience: NodeJS.Timeout | null = null;
  /** Groups run outside of the request that happens to begin them: its transaction and its words are not the others'. */
  private readonly outside = AsyncLocalStorage.snapshot();

  constructor(
    private readonly limits: GroupLimits,
    /** In a transaction of its own; one outcome per item, in their order. Rejects where nothing was done for anybody. */
    private readonly run: (items: Item[]) => Promise<PromiseSettledResult<Result>[]>,
    /** Two of one key are never in one group. */
    private readonly keyOf: (item: Item) => string,
    /** What an item locks. Two groups are under way at once where they have none of it in common. */
    private readonly touchedBy: (item: Item) => readonly string[] = () => ['everything'],
  ) {}

  /** @throws TooManyWaiting; what the run rejected this item with */
  add(item: Item): Promise<Result> {
    if (this.waiting.length >= this.limits.waiting) return Promise.reject(new TooManyWaiting());
    return new Promise((resolve, reject) => {
      const settle = (outcome: PromiseSettledResult<Result>) => {
        if (outcome.status === 'fulfilled') resolve(outcome.value);
        else reject(outcome.reason as Error);
      };
      this.waiting.push({ item, key: this.keyOf(item), touches: this.touchedBy(item), settle });
      this.outside(() => {
        this.start();
      });
    });
  }

  private start(): void {
    const lanes = this.comingAtOnce < WORTH_TWO ? 1 : 2;
    if (this.underWay.size >= lanes) return;
    const ready = this.waiting.filter((one) => this.isFree(one)).length;
    if (ready === 0) return;
    const others = [...this.underWay].reduce((sum, { length }) => sum + length, 0);
    if (ready < Math.min(this.comingAtOnce - others, this.limits.size)) {
      this.patience ??= setTimeout(() => this.begin(), this.patienceMs);
    } else this.begin();
  }

  private begin(): void {
    if (this.patience) clearTimeout(this.patience);
    this.patience = null;
    if (this.isBeginning) return;
    this.isBeginning = true;
    // Not at once: those of the same moment come along.
    setImmediate(() => {
      this.isBeginning = false;
      const group = this.next();
      if (group.length > 0) void this.carryOut(group);
      this.start();
    });
  }

  private async carryOut(group: Waiting<Item, Result>[]): Promise<void> {
    this.underWay.add(group);
    const began = performance.now();
    try {
      await this.settleGroup(group);
    } finally {
      this.comingAtOnce = [...this.underWay].reduce((sum, { length }) => sum + length, this.waiting.length);
      this.underWay.delete(group);
      this.patienceMs = Math.min((performance.now() - began) / 2, MOST_PATIENCE_MS);
      this.start();
    }
  }

  private isFree({ touches }: Waiting<Item, Result>): boolean {
    return ![...this.underWay].some((group) =>
      group.some((other) => other.touches.some((one) => touches.includes(one))),
    );
  }

  /** Half of those who come at once, so that the other half is prepared meanwhile; and whoever could not be in that other half. */
  private next(): Waiting<Item, Result>[] {
    const share = this.comingAtOnce < WORTH_TWO ? this.limits.size : Math.ceil(this.comingAtOnce / 2);
    const keys = new Set<string>();
    const touched = new Set<string>();
    /** By those who wait on: nobody who came later gets there before them. */
    const awaited = new Set<string>();
    const group: Waiting<Item, Result>[] = [];
    for (const one of this.waiting) {
      if (group.length >= this.limits.size) break;
      if (keys.has(one.key)) continue;
      const isOver = group.length >= share && !one.touches.some((own) => touched.has(own));
      if (isOver || !this.isFree(one) || one.touches.some((own) => awaited.has(own))) {
        for (const own of one.touches) awaited.add(own);
        continue;
      }
      keys.add(one.key);
      for (const own of one.touches) touched.add(own);
      group.push(one);
    }
    const taken = new Set(group);
    this.waiting = this.waiting.filter((one) => !taken.has(one));
    return group;
  }

  private async settleGroup(group: Waiting<Item, Result>[]): Promise<void> {
    let outcomes: PromiseSettledResult<Result>[];
    try {
      outcomes = await this.run(group.map(({ item }) => item));
    } catch (reason) {
      if (group.length > 1 && !isConnectionLost(reason)) {
        for (const one of group) await this.settleGroup([one]);
        return;
      }
      outcomes = group.map(() => ({ status: 'rejected', reason }));
    }
    group.forEach(({ settle }, at) => {
      settle(outcomes[at] ?? { status: 'rejected', reason: new Error('The group forgot somebody.') });
    });
  }
}

const RETRY_AFTER_SECONDS = 5;

/** What a group answers, with an honest "busy, try again" where it took nobody more. @throws server.busy */
export async function unlessBusy<Result>(answer: Promise<Result>): Promise<Result> {
  try {
    return await answer;
  } catch (error) {
    if (!(error instanceof TooManyWaiting)) throw error;
    throw new DomainError('server.busy', 503, { retryAfterSeconds: RETRY_AFTER_SECONDS });
  }
}

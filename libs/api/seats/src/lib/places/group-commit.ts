import { AsyncLocalStorage } from 'node:async_hooks';
import { isConnectionLost } from '@reihe/api-persistence';
import { DomainError } from '@reihe/api-platform';

/** More wait already than could be answered in a time that people wait for. */
export class TooManyWaiting extends Error {}

export interface GroupLimits {
  /** Items of one group. */
  size: number;
  /** Groups on their way at once. */
  lanes: number;
  /** Items that may wait for a group; whoever comes then is refused. */
  waiting: number;
}

interface Waiting<Item, Result> {
  item: Item;
  key: string;
  settle: (outcome: PromiseSettledResult<Result>) => void;
}

/**
 * Puts what is asked for at the same time into one transaction: the lock of a session that everybody wants is taken, and its commit
 * waited for, once per group instead of once per person. Whoever comes while a group is on its way is in the next one, in the order
 * of coming; alone, nobody waits. A group that fails as a whole is carried out one by one, so that nobody fails for another's fault; not where the connection
 * is lost, for then nobody would fare better.
 */
export class GroupCommit<Item, Result> {
  private readonly waiting: Waiting<Item, Result>[] = [];
  private running = 0;
  /** Groups run outside of the request that happens to begin them: its transaction and its words are not the others'. */
  private readonly outside = AsyncLocalStorage.snapshot();

  constructor(
    private readonly limits: GroupLimits,
    /** In a transaction of its own; one outcome per item, in their order. Rejects where nothing was done for anybody. */
    private readonly run: (items: Item[]) => Promise<PromiseSettledResult<Result>[]>,
    /** Two of one key are never in one group. */
    private readonly keyOf: (item: Item) => string,
  ) {}

  /** @throws TooManyWaiting; what the run rejected this item with */
  add(item: Item): Promise<Result> {
    if (this.waiting.length >= this.limits.waiting) return Promise.reject(new TooManyWaiting());
    return new Promise((resolve, reject) => {
      const settle = (outcome: PromiseSettledResult<Result>) => {
        if (outcome.status === 'fulfilled') resolve(outcome.value);
        else reject(outcome.reason as Error);
      };
      this.waiting.push({ item, key: this.keyOf(item), settle });
      this.outside(() => {
        this.start();
      });
    });
  }

  private start(): void {
    while (this.running < this.limits.lanes && this.waiting.length > 0) {
      this.running += 1;
      // Not at once: those of the same moment come along.
      setImmediate(() => void this.carryOut());
    }
  }

  private async carryOut(): Promise<void> {
    const group = this.next();
    try {
      if (group.length > 0) await this.settleGroup(group);
    } finally {
      this.running -= 1;
      this.start();
    }
  }

  private next(): Waiting<Item, Result>[] {
    const keys = new Set<string>();
    const group: Waiting<Item, Result>[] = [];
    const later: Waiting<Item, Result>[] = [];
    for (const one of this.waiting.splice(0, this.limits.size)) {
      if (keys.has(one.key)) {
        later.push(one);
      } else {
        keys.add(one.key);
        group.push(one);
      }
    }
    this.waiting.unshift(...later);
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

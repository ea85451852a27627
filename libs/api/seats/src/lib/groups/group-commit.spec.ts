import fc from 'fast-check';
import { GroupCommit, TooManyWaiting } from './group-commit';

const later = (ms = 1) => new Promise((resolve) => setTimeout(resolve, ms));
const done = <T>(value: T): PromiseSettledResult<T> => ({ status: 'fulfilled', value });

describe('a group commit', () => {
  it('carries out together what comes together, in the order of coming, and alone who comes alone', async () => {
    const groups: number[][] = [];
    const group = new GroupCommit<number, number>(
      { size: 4, waiting: 100 },
      async (items) => {
        groups.push(items);
        await later();
        return items.map((item) => done(item * 2));
      },
      String,
    );
    expect(await group.add(1)).toBe(2);
    expect(await Promise.all([2, 3, 4, 5, 6].map((item) => group.add(item)))).toEqual([4, 6, 8, 10, 12]);
    expect(groups).toEqual([[1], [2, 3, 4, 5], [6]]);
  });

  it('waits for as many as came last time, but not long', async () => {
    const groups: number[][] = [];
    const group = new GroupCommit<number, number>(
      { size: 10, waiting: 100 },
      async (items) => {
        groups.push(items);
        await later(40);
        return items.map(done);
      },
      String,
    );
    await Promise.all([1, 2, 3].map((item) => group.add(item)));
    const first = group.add(4);
    await later();
    await Promise.all([first, group.add(5), group.add(6)]);
    expect(groups).toEqual([
      [1, 2, 3],
      [4, 5, 6],
    ]);
    // Two that should have come along do not come: who waits for them goes without them.
    expect(await group.add(7)).toBe(7);
    expect(groups[2]).toEqual([7]);
  });

  it('never puts two of one key into one group', async () => {
    const groups: string[][] = [];
    const group = new GroupCommit<string, string>(
      { size: 10, waiting: 100 },
      async (items) => {
        groups.push(items);
        await later();
        return items.map(done);
      },
      (item) => item.toLowerCase(),
    );
    await Promise.all(['a', 'A', 'b', 'a'].map((item) => group.add(item)));
    expect(groups).toEqual([['a', 'b'], ['A'], ['a']]);
  });

  it('refuses one without the others, and lets nobody fail for another’s fault', async () => {
    const group = new GroupCommit<number, number>(
      { size: 10, waiting: 100 },
      (items) =>
        items.includes(3)
          ? Promise.reject(new Error('a fault of the whole group'))
          : Promise.resolve(
              items.map((item) =>
                item === 2 ? { status: 'rejected' as const, reason: new Error('no place') } : done(item),
              ),
            ),
      String,
    );
    const outcomes = await Promise.allSettled([1, 2, 3, 4].map((item) => group.add(item)));
    expect(outcomes).toEqual([
      done(1),
      { status: 'rejected', reason: new Error('no place') },
      { status: 'rejected', reason: new Error('a fault of the whole group') },
      done(4),
    ]);
  });

  it('is not tried one by one where there is no connection: nobody would fare better', async () => {
    const groups: number[][] = [];
    const lost = Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' });
    const group = new GroupCommit<number, number>(
      { size: 10, waiting: 100 },
      (items) => {
        groups.push(items);
        return Promise.reject(lost);
      },
      String,
    );
    const outcomes = await Promise.allSettled([1, 2, 3].map((item) => group.add(item)));
    expect(outcomes).toEqual([1, 2, 3].map(() => ({ status: 'rejected', reason: lost })));
    expect(groups).toEqual([[1, 2, 3]]);
  });

  it('says that too many wait instead of letting them wait', async () => {
    const group = new GroupCommit<number, number>(
      { size: 1, waiting: 2 },
      async (items) => {
        await later();
        return items.map(done);
      },
      String,
    );
    const outcomes = await Promise.allSettled([1, 2, 3].map((item) => group.add(item)));
    expect(outcomes[2]).toEqual({ status: 'rejected', reason: new TooManyWaiting() });
    expect(outcomes.slice(0, 2)).toEqual([done(1), done(2)]);
  });

  /** Each group takes a while, so that others come meanwhile. */
  function slowGroup<Item extends number | string>(touchedBy: (item: Item) => string[]) {
    const groups: Item[][] = [];
    const group = new GroupCommit<Item, Item>(
      { size: 20, waiting: 100 },
      async (items) => {
        groups.push(items);
        await later(40);
        return items.map(done);
      },
      String,
      touchedBy,
    );
    return { group, groups };
  }

  it('prepares one half while the other is under way, where the two have nothing in common', async () => {
    const { group, groups } = slowGroup<number>((item) => [String(item % 100)]);
    const twelve = Array.from({ length: 12 }, (_, at) => at + 1);
    await Promise.all(twelve.map((item) => group.add(item)));
    await Promise.all([...twelve, 101].map((item) => group.add(item)));
    expect(groups).toEqual([
      twelve,
      // 101 touches what 1 does: it comes along.
      [1, 2, 3, 4, 5, 6, 101],
      [7, 8, 9, 10, 11, 12],
    ]);
  });

  it('is one group where few come at once', async () => {
    const { group, groups } = slowGroup<number>((item) => [String(item)]);
    const eight = Array.from({ length: 8 }, (_, at) => at);
    await Promise.all(eight.map((item) => group.add(item)));
    await Promise.all(eight.map((item) => group.add(item)));
    expect(groups).toEqual([eight, eight]);
  });

  it('lets nobody overtake who waits for more than one thing', async () => {
    const { group, groups } = slowGroup<string>((item) => item.slice(1).split(''));
    const many = Array.from({ length: 12 }, (_, at) => `${'abcdefghijkl'[at]}${at % 2 ? 'x' : 'y'}`);
    await Promise.all(many.map((item) => group.add(item)));
    const first = ['5x', '6x'].map((item) => group.add(item));
    await later(20);
    // While x is under way: who wants both came before who wants y alone.
    await Promise.all([...first, ...['7xy', '8y', '9y', '0y'].map((item) => group.add(item))]);
    const order = groups.flat();
    expect(order.indexOf('7xy')).toBeLessThan(order.indexOf('8y'));
  });

  it('answers everybody once, whatever fails, and no two groups touch the same at once', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.record({ key: fc.nat(5), touches: fc.nat(3), isBad: fc.boolean() }), {
          minLength: 1,
          maxLength: 40,
        }),
        fc.integer({ min: 1, max: 7 }),
        async (items, size) => {
          const underWay: number[] = [];
          const carriedOut: object[] = [];
          const group = new GroupCommit<(typeof items)[number], number>(
            { size, waiting: 1000 },
            async (some) => {
              const touched = new Set(some.map(({ touches }) => touches));
              expect(underWay.some((one) => touched.has(one))).toBe(false);
              underWay.push(...touched);
              await later();
              for (const one of touched) underWay.splice(underWay.indexOf(one), 1);
              if (some.some(({ isBad }) => isBad)) throw new Error('bad');
              carriedOut.push(...some);
              return some.map(({ key }) => done(key));
            },
            ({ key }) => String(key),
            ({ touches }) => [String(touches)],
          );
          const outcomes = await Promise.allSettled(items.map((item) => group.add(item)));
          expect(outcomes.map(({ status }) => status === 'rejected')).toEqual(
            items.map(({ isBad }) => isBad),
          );
          expect(carriedOut).toHaveLength(items.filter(({ isBad }) => !isBad).length);
          expect(new Set(carriedOut).size).toBe(carriedOut.length);
        },
      ),
      { numRuns: 50 },
    );
  });
});

import fc from 'fast-check';
import { GroupCommit, TooManyWaiting } from './group-commit';

const later = () => new Promise((resolve) => setTimeout(resolve, 1));
const done = <T>(value: T): PromiseSettledResult<T> => ({ status: 'fulfilled', value });

describe('a group commit', () => {
  it('carries out together what comes together, in the order of coming, and alone who comes alone', async () => {
    const groups: number[][] = [];
    const group = new GroupCommit<number, number>(
      { size: 4, lanes: 1, waiting: 100 },
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

  it('never puts two of one key into one group', async () => {
    const groups: string[][] = [];
    const group = new GroupCommit<string, string>(
      { size: 10, lanes: 1, waiting: 100 },
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
      { size: 10, lanes: 1, waiting: 100 },
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
      { size: 10, lanes: 1, waiting: 100 },
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
      { size: 1, lanes: 1, waiting: 2 },
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

  it('answers everybody once, whatever fails, and keeps to its lanes', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.record({ key: fc.nat(5), isBad: fc.boolean() }), { minLength: 1, maxLength: 40 }),
        fc.integer({ min: 1, max: 3 }),
        fc.integer({ min: 1, max: 7 }),
        async (items, lanes, size) => {
          let at = 0;
          let most = 0;
          const carriedOut: object[] = [];
          const group = new GroupCommit<(typeof items)[number], number>(
            { size, lanes, waiting: 1000 },
            async (some) => {
              most = Math.max(most, (at += 1));
              await later();
              at -= 1;
              if (some.some(({ isBad }) => isBad)) throw new Error('bad');
              carriedOut.push(...some);
              return some.map(({ key }) => done(key));
            },
            ({ key }) => String(key),
          );
          const outcomes = await Promise.allSettled(items.map((item) => group.add(item)));
          expect(outcomes.map(({ status }) => status === 'rejected')).toEqual(
            items.map(({ isBad }) => isBad),
          );
          expect(carriedOut).toHaveLength(items.filter(({ isBad }) => !isBad).length);
          expect(new Set(carriedOut).size).toBe(carriedOut.length);
          expect(most).toBeLessThanOrEqual(lanes);
        },
      ),
      { numRuns: 50 },
    );
  });
});

import { rehearsed } from './rehearsed';

describe('a rehearsal', () => {
  it('tells what came of the work, whose transaction ends as one that failed', async () => {
    let ended: unknown;
    const outcome = await rehearsed(
      () => Promise.resolve(42),
      async (work) => {
        ended = await work().catch((error: unknown) => error);
        throw ended;
      },
    );
    expect(outcome).toBe(42);
    expect(ended).toBeInstanceOf(Error);
  });

  it('fails where the work does, and where the transaction does', async () => {
    await expect(
      rehearsed(
        () => Promise.reject(new Error('refused')),
        (work) => work(),
      ),
    ).rejects.toThrow('refused');
    await expect(
      rehearsed(
        () => Promise.resolve(42),
        async (work) => {
          await work().catch(() => undefined);
          throw new Error('no connection');
        },
      ),
    ).rejects.toThrow('no connection');
  });
});

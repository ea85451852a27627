import { chmodSync, existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { invalidFields } from '@reihe/api-platform';
import { GroupCommit, TooManyWaiting } from './group-commit';
import { SharedGroup } from './shared-group';

type Item = string | { name: string };
type Run = (items: Item[]) => Promise<PromiseSettledResult<string>[]>;

describe('a group of several processes', () => {
  let folder: string;
  const open: SharedGroup<Item, string>[] = [];
  const path = () => join(folder, 'forms.sock');

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'reihe-group-'));
  });
  afterEach(async () => {
    await Promise.all(open.splice(0).map((one) => one.close()));
    rmSync(folder, { recursive: true });
  });

  /** What one process is; `did` are its groups. */
  async function aProcess(run: Run = echo, waiting = 100, silenceMs?: number) {
    const did: Item[][] = [];
    const own = new GroupCommit<Item, string>(
      { size: 64, waiting },
      (items) => {
        did.push(items);
        return run(items);
      },
      (item) => JSON.stringify(item),
    );
    const group = new SharedGroup<Item, string>(own, path(), silenceMs);
    open.push(group);
    await group.open();
    return { group, did };
  }

  it('carries out together what comes to different processes', async () => {
    const first = await aProcess();
    const second = await aProcess();
    const third = await aProcess();
    await second.group.add('warm');
    const said = await Promise.all([second.group.add('a'), third.group.add('b'), first.group.add('c')]);
    expect(said).toEqual(['a!', 'b!', 'c!']);
    expect(first.did.flat()).toHaveLength(4);
    expect([second.did, third.did]).toEqual([[], []]);
  });

  it('keeps what is typed as it was typed', async () => {
    await aProcess();
    const { group } = await aProcess();
    const name = '“Ünï”\n{"id":1}\u2028 \u202e🙂';
    expect(await group.add({ name })).toBe(`${name}!`);
  });

  it('brings back why somebody was refused, and that too many wait', async () => {
    const hold = new Promise<never>(() => undefined);
    await aProcess(([item]) => {
      if (item === 'wait') return hold;
      throw invalidFields({ path: 'sessionSlugs.0', code: 'not-allowed' });
    }, 1);
    const { group } = await aProcess();
    await expect(group.add('refused')).rejects.toMatchObject({
      code: 'request.invalid',
      status: 400,
      extras: { fields: [{ path: 'sessionSlugs.0', code: 'not-allowed' }] },
    });
    void group.add('wait');
    await new Promise((resolve) => setTimeout(resolve, 20));
    void group.add('waits for it');
    await expect(group.add('one too many')).rejects.toBeInstanceOf(TooManyWaiting);
  });

  it('does itself what the other process could not', async () => {
    await aProcess(() => Promise.reject(new Error('Its database is gone.')));
    const { group, did } = await aProcess();
    expect(await group.add('a')).toBe('a!');
    expect(did).toEqual([['a']]);
  });

  it('does itself what the other process had under way when it ended, and takes its place', async () => {
    const first = await aProcess(() => new Promise<never>(() => undefined));
    // Told by the end itself: silence would tell much later.
    const second = await aProcess(echo, 100, 600_000);
    const under = Promise.all([second.group.add('a'), second.group.add('b')]);
    await until(() => first.did.length > 0);
    await first.group.close();
    expect(await under).toEqual(['a!', 'b!']);
    await until(() => existsSync(path()));
    const third = await aProcess();
    expect(await third.group.add('c')).toBe('c!');
    expect(second.did.flat()).toEqual(['a', 'b', 'c']);
  });

  it('takes the place of a process that was killed', async () => {
    writeFileSync(path(), '');
    await aProcess();
    const { group, did } = await aProcess();
    expect(await group.add('a')).toBe('a!');
    expect(did).toEqual([]);
  });

  it('keeps what is beyond a group’s worth to itself, so that every processor has something to do', async () => {
    const release: (() => void)[] = [];
    const slow: Run = (items) => new Promise((resolve) => release.push(() => resolve(echoed(items))));
    const first = await aProcess(slow);
    const { group, did } = await aProcess();
    const many = Array.from({ length: 40 }, (_, at) => group.add(`item ${at}`));
    await until(() => did.flat().length === 24);
    await until(() => {
      for (const one of release.splice(0)) one();
      return first.did.flat().length === 16;
    });
    const settling = Promise.all(many);
    const letGo = setInterval(() => {
      for (const one of release.splice(0)) one();
    }, 1);
    expect(await settling).toHaveLength(40);
    clearInterval(letGo);
  });

  it('ends a connection that speaks something else, and goes on', async () => {
    await aProcess();
    const { group } = await aProcess();
    const stranger = connect(path());
    const ended = new Promise((resolve) => stranger.once('close', resolve));
    stranger.on('error', () => undefined);
    stranger.write('GET / HTTP/1.1\n\n');
    await ended;
    expect(await group.add('a')).toBe('a!');
  });

  it('listens where nobody else can write to it', async () => {
    await aProcess();
    expect(statSync(path()).mode & 0o777).toBe(0o600);
  });

  it('works alone in a folder that others may look into, or where nobody can listen', async () => {
    chmodSync(folder, 0o755);
    const { group, did } = await aProcess();
    expect(await group.add('a')).toBe('a!');
    expect(existsSync(path())).toBe(false);
    expect(did).toEqual([['a']]);
  });

  it('does itself what somebody who listens does not answer in time', async () => {
    const deaf = createServer(() => undefined);
    await new Promise<void>((resolve) => deaf.listen(path(), resolve));
    const { group, did } = await aProcess(echo, 100, 30);
    expect(await group.add('a')).toBe('a!');
    expect(did).toEqual([['a']]);
    deaf.close();
  });
});

const echoed = (items: Item[]): PromiseSettledResult<string>[] =>
  items.map((item) => ({ status: 'fulfilled', value: `${typeof item === 'string' ? item : item.name}!` }));
const echo: Run = (items) => Promise.resolve(echoed(items));

async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await new Promise((resolve) => setTimeout(resolve, 2));
}

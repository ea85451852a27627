import { chmodSync, lstatSync, mkdirSync, rmSync } from 'node:fs';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { dirname } from 'node:path';
import { DomainError, type ProblemExtras } from '@reihe/api-platform';
import { type GroupCommit, TooManyWaiting } from './group-commit';
import { LineSocket } from './line-socket';

/** With more than that under way a process has groups that are worth a transaction of their own. */
const MOST_HANDED_OVER = 16;
/** Whoever takes items and does not answer for so long is given up. */
const SILENCE_MS = 10_000;
/** Before a process looks again for who takes items, after the last one has gone. */
const LOOK_AGAIN_MS = 200;

interface Handed<Item> {
  id: number;
  item: Item;
}

type Refusal = Pick<DomainError, 'code' | 'status' | 'extras'>;

/** What became of an item; `carry-out`: nothing that could be told, so do it yourself. */
type Answered<Result> = { id: number } & (
  { done: Result } | { refused: Refusal } | { busy: true } | { carryOut: true }
);

interface Awaited<Item, Result> {
  item: Item;
  resolve: (result: Result | Promise<Result>) => void;
  reject: (reason: Error) => void;
}

/**
 * One group for all processes of a machine. Each alone has few people in a group when not many come, and pays a whole transaction for
 * them; so they hand what they are asked to one of them, by a socket in a folder of their own. Nothing depends on it for being right, as
 * every group takes the locks it needs: where nobody listens, two listen, the one who listened is gone in the middle, or there is much to do
 * anyway, a process carries out its own. What was handed over when a connection ended is carried out again, as after a commit of
 * which nobody knows: it must be harmless to do an item twice.
 */
export class SharedGroup<Item, Result> {
  private server: Server | null = null;
  private readonly members = new Set<Socket>();
  private leader: LineSocket | null = null;
  private readonly handedOver = new Map<number, Awaited<Item, Result>>();
  private lastId = 0;
  private isClosed = false;
  private later: NodeJS.Timeout | undefined;

  /** @param path of the socket; null: alone. Items and results must survive JSON. */
  constructor(
    private readonly own: Pick<GroupCommit<Item, Result>, 'add'>,
    private readonly path: string | null,
    private readonly silenceMs = SILENCE_MS,
  ) {}

  /** @throws as `GroupCommit.add` */
  add(item: Item): Promise<Result> {
    const { leader } = this;
    if (!leader || this.handedOver.size >= MOST_HANDED_OVER) return this.own.add(item);
    return new Promise((resolve, reject) => {
      this.lastId += 1;
      this.handedOver.set(this.lastId, { item, resolve, reject });
      leader.send({ id: this.lastId, item } satisfies Handed<Item>);
    });
  }

  /** Finds who takes the items of this machine, or becomes that. Never fails: alone it works too. */
  async open(): Promise<void> {
    const { path } = this;
    if (path === null || this.isClosed || !isOurs(dirname(path))) return;
    if (await this.follow(path)) return;
    // A socket that nobody listens at was left by a process that was killed.
    rmSync(path, { force: true });
    await this.lead(path);
  }

  async close(): Promise<void> {
    this.isClosed = true;
    clearTimeout(this.later);
    this.leader?.end();
    const { server } = this;
    if (!server) return;
    for (const member of this.members) member.destroy();
    await new Promise<void>((resolve) => {
      server.close(() => {
        resolve();
      });
    });
  }

  private follow(path: string): Promise<boolean> {
    return new Promise((resolve) => {
      const socket = connect(path);
      socket.once('error', () => {
        resolve(false);
      });
      socket.once('connect', () => {
        const leader = new LineSocket(
          socket,
          (message) => {
            this.settle(message as Answered<Result>);
          },
          () => {
            this.leaderIsGone();
          },
        );
        leader.endWhenSilent(this.silenceMs, () => this.handedOver.size > 0);
        // A process that only waits for this may end.
        socket.unref();
        this.leader = leader;
        resolve(true);
      });
    });
  }

  private lead(path: string): Promise<void> {
    const server = createServer((socket) => {
      this.members.add(socket);
      const member = new LineSocket(
        socket,
        (message) => {
          this.carryOut(message as Handed<Item>, member);
        },
        () => this.members.delete(socket),
      );
    });
    return new Promise((resolve) => {
      // Another one was quicker: that one is followed at the next look.
      server.once('error', () => {
        this.lookAgain();
        resolve();
      });
      server.listen(path, () => {
        chmodSync(path, 0o600);
        server.unref();
        this.server = server;
        resolve();
      });
    });
  }

  private carryOut({ id, item }: Handed<Item>, member: LineSocket): void {
    const answer = (answered: Answered<Result>) => {
      member.send(answered);
    };
    this.own.add(item).then(
      (done) => {
        answer({ id, done });
      },
      (reason: unknown) => {
        if (reason instanceof TooManyWaiting) answer({ id, busy: true });
        else if (reason instanceof DomainError) answer({ id, refused: refusalOf(reason) });
        else answer({ id, carryOut: true });
      },
    );
  }

  private settle(answered: Answered<Result>): void {
    const awaited = this.handedOver.get(answered.id);
    if (!awaited) return;
    this.handedOver.delete(answered.id);
    if ('refused' in answered) awaited.reject(errorOf(answered.refused));
    else if ('busy' in answered) awaited.reject(new TooManyWaiting());
    else if ('carryOut' in answered) awaited.resolve(this.own.add(awaited.item));
    else awaited.resolve(answered.done);
  }

  private leaderIsGone(): void {
    this.leader = null;
    const left = [...this.handedOver.values()];
    this.handedOver.clear();
    for (const { item, resolve } of left) resolve(this.own.add(item));
    this.lookAgain();
  }

  private lookAgain(): void {
    if (this.isClosed) return;
    this.later = setTimeout(() => void this.open(), LOOK_AGAIN_MS).unref();
  }
}

/** A folder that others may write or read would let them read what people write in forms. Made where it is not there. */
function isOurs(folder: string): boolean {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const found = lstatSync(folder);
    return found.isDirectory() && found.uid === process.getuid?.() && (found.mode & 0o077) === 0;
  } catch {
    return false;
  }
}

function refusalOf({ code, status, extras }: DomainError): Refusal {
  return { code, status, extras };
}

function errorOf({ code, status, extras }: Refusal): DomainError {
  return new DomainError(code, status, extras satisfies ProblemExtras);
}

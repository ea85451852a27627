import { type Answer, Connection } from './connection.ts';

/** One request, and what it was sent for. */
export interface Sent<Of> {
  of: Of;
  answer: Answer;
}

export interface LoadResult<Of> {
  sent: Sent<Of>[];
  /** From the first request to the last answer. */
  seconds: number;
}

export interface Load<Of> {
  ports: readonly number[];
  clients: number;
  path: string;
  /** What to ask next; null: nothing more. */
  next: () => Of | null;
  bodyOf: (of: Of) => string;
}

/** Clients that ask one thing after another, each by a connection of its own, spread over the processes. */
export async function load<Of>({ ports, clients, path, next, bodyOf }: Load<Of>): Promise<LoadResult<Of>> {
  const connections = await Promise.all(
    Array.from({ length: clients }, (_, client) => Connection.open(ports[client % ports.length] ?? 0)),
  );
  const sent: Sent<Of>[] = [];
  const began = performance.now();
  try {
    await Promise.all(
      connections.map(async (connection) => {
        for (let of = next(); of !== null; of = next()) {
          sent.push({ of, answer: await connection.post(path, bodyOf(of)) });
        }
      }),
    );
    return { sent, seconds: (performance.now() - began) / 1000 };
  } finally {
    for (const connection of connections) connection.close();
  }
}

/** Goes on for so long, and until there are so many: a slow machine fills the sessions, too. */
export function during<Of>(seconds: number, atLeast: number, make: () => Of): () => Of | null {
  const until = performance.now() + seconds * 1000;
  let made = 0;
  return () => {
    if (made >= atLeast && performance.now() >= until) return null;
    made += 1;
    return make();
  };
}

/** Each once. */
export function each<Of>(items: readonly Of[]): () => Of | null {
  let at = 0;
  return () => items[at++] ?? null;
}

import type { Problem } from '@reihe/shared-contracts';
import type { Request, Response } from 'express';
import { correlationIdOf, problemOf } from '../problems/problem.filter';

/** Told after each row that is written. */
export type TellProgress = (done: number, total: number) => void;

type ProgressLine<Result> =
  | { kind: 'progress'; done: number; total: number }
  | { kind: 'done'; result: Result }
  | { kind: 'failed'; problem: Problem };

/**
 * Long work as a stream of JSON lines: how far it is, and how it ended. What is refused before the first row is written is
 * answered as any other problem.
 */
export async function streamProgress<Result>(
  work: (tell: TellProgress) => Promise<Result>,
  request: Request,
  response: Response,
): Promise<void> {
  const send = (line: ProgressLine<Result>) => {
    // Compressed or held back on the way, progress would arrive when all is over.
    if (!response.headersSent)
      response
        .status(200)
        .type('application/x-ndjson')
        .set({ 'Cache-Control': 'no-store, no-transform', 'X-Accel-Buffering': 'no' });
    response.write(`${JSON.stringify(line)}\n`);
  };
  try {
    const result = await work((done, total) => {
      send({ kind: 'progress', done, total });
    });
    send({ kind: 'done', result });
  } catch (error) {
    if (!response.headersSent) throw error;
    send({ kind: 'failed', problem: problemOf(error, correlationIdOf(request)) });
  }
  response.end();
}

import type { BenchWorld } from './world.ts';

/** What a benchmark ends with: one line of JSON, `ok` only where the answers were right and the ratio reaches its floor. */
export interface BenchResult {
  bench: string;
  /** Subject as a share of the floor measured in the same run: median of the rounds, of several combinations the worst one's. */
  ratio: number;
  /** What the ratio must reach. */
  floor: number;
  rounds: number[];
  ok: boolean;
}

export type BenchOutcome = Omit<BenchResult, 'bench' | 'ok'>;

/** Checks first that answers are right, then measures, on the demonstration. */
export type Bench = (world: BenchWorld) => Promise<BenchOutcome>;

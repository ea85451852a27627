import autocannon from 'autocannon';

/** One thing to ask for again and again. */
export interface Target {
  url: string;
  headers?: Record<string, string>;
}

export interface Round {
  /** Answers per second. */
  subject: number;
  floor: number;
  ratio: number;
}

const CONNECTIONS = 8;
const SECONDS = 4;
/** V8 goes on compiling what it finds hot for some seconds, in each thread anew. */
const WARM_UP_SECONDS = 8;

/** Answers per second of one target; anything but 2xx ends the benchmark, for a fast refusal is no speed. */
async function answersPerSecond({ url, headers = {} }: Target, seconds = SECONDS): Promise<number> {
  const result = await autocannon({ url, headers, connections: CONNECTIONS, duration: seconds });
  const wrong = result.non2xx + result.errors + result.timeouts;
  if (wrong > 0) throw new Error(`${url} gave ${wrong} answers that are none.`);
  return result.requests.average;
}

/**
 * Subject and floor in turns, so that whatever else the machine does meets both. A round before the first warms both up and is
 * not counted.
 */
export async function interleaved(subject: Target, floor: Target, rounds = 5): Promise<Round[]> {
  await answersPerSecond(subject, WARM_UP_SECONDS);
  await answersPerSecond(floor, WARM_UP_SECONDS);
  const measured: Round[] = [];
  for (let round = 0; round < rounds; round++) {
    const first = await answersPerSecond(subject);
    const second = await answersPerSecond(floor);
    measured.push({ subject: first, floor: second, ratio: first / second });
  }
  return measured;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

import { parseArgs } from 'node:util';
import { Problem } from '../../terminal/problem.ts';
import type { Plan } from './registration.ts';

/** Everything; `--processes 1 --clients 8,64 --rounds 1` less of it, which tells less. */
export function planOf(args: string[]): Plan {
  const { values } = parseArgs({
    args,
    options: {
      processes: { type: 'string', default: '1,2,4' },
      clients: { type: 'string', default: '8,64' },
      rounds: { type: 'string', default: '3' },
    },
  });
  const [rounds = 0] = numbers(values.rounds);
  return { processes: numbers(values.processes), clients: numbers(values.clients), rounds };
}

function numbers(text: string): number[] {
  return text.split(',').map((part) => {
    const value = Number(part);
    if (!Number.isInteger(value) || value < 1) throw new Problem(`"${part}" is no number of anything.`, 2);
    return value;
  });
}

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { outcomeOf } from './outcome.ts';

describe('what the benchmarks of registration end with', () => {
  it('is the worst combination of processes and clients, by the median of its rounds', () => {
    const combinations = [
      [1.4, 1.5, 1.6],
      [0.2, 0.8, 0.9],
      [1.2, 0.1, 1.3],
    ];
    assert.deepEqual(outcomeOf(combinations, 1), { ratio: 0.8, floor: 1, rounds: combinations.flat() });
  });

  it('is nothing where nothing was measured', () => {
    assert.throws(() => outcomeOf([], 1), /nothing/i);
  });
});

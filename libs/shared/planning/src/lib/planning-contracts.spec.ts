import type { FieldRules } from '@reihe/shared-contracts';
import * as contracts from '../index';

const ruleSets = Object.entries(contracts).filter(([name]) => name.endsWith('Rules')) as [
  string,
  Record<string, FieldRules>,
][];

describe('the contracts of planning', () => {
  it.each(ruleSets)('%s bound every text and list, so that no field is without an end', (_name, rules) => {
    const endless = Object.entries(rules).filter(
      ([, rule]) =>
        (rule.kind === 'text' || rule.kind === 'list') && !rule.maxLength && !rule.format && !rule.values,
    );
    expect(endless.map(([field]) => field)).toEqual([]);
  });

  it.each(ruleSets)('%s never ask for more than they allow', (_name, rules) => {
    for (const { minLength = 0, maxLength = Infinity, min = -Infinity, max = Infinity } of Object.values(
      rules,
    )) {
      expect(minLength).toBeLessThanOrEqual(maxLength);
      expect(min).toBeLessThanOrEqual(max);
    }
  });
});

import { contradicts } from './key-figures';

describe('a stated number contradicts the records', () => {
  it.each([
    ['800, at least', [412, 431], { value: 800, isAtLeast: true }, true],
    ['420, at least, which the most reaches', [412, 431], { value: 420, isAtLeast: true }, false],
    ['300, at least', [412, 431], { value: 300, isAtLeast: true }, false],
    ['420, which may be', [412, 431], { value: 420, isAtLeast: false }, false],
    ['300, though more are counted', [412, 431], { value: 300, isAtLeast: false }, true],
    ['500, though fewer are counted', [412, 431], { value: 500, isAtLeast: false }, true],
    ['412, as counted', [412, 412], { value: 412, isAtLeast: false }, false],
  ] as const)('or not: %s', (_, [least, most], stated, expected) => {
    expect(contradicts({ least, most }, stated)).toBe(expected);
  });
});

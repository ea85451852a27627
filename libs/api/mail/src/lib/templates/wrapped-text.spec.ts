import fc from 'fast-check';
import { wrapped } from './wrapped-text';

describe('prose in a mail', () => {
  it('is broken at spaces below 78 columns', () => {
    const text = wrapped('One two three four five six seven eight nine ten eleven twelve thirteen fourteen.');
    expect(text).toBe('One two three four five six seven eight nine ten eleven twelve thirteen\nfourteen.');
  });

  it('keeps every word, in order, and every line that was typed', () => {
    fc.assert(
      fc.property(fc.array(fc.array(fc.stringMatching(/^[^\s]{1,90}$/u), { maxLength: 30 })), (lines) => {
        const broken = wrapped(lines.map((words) => words.join(' ')).join('\n'));
        expect(broken.split(/\s+/).filter(Boolean)).toEqual(lines.flat());
        for (const line of broken.split('\n'))
          expect([...line].length <= 76 || !line.includes(' ')).toBe(true);
      }),
    );
  });

  it('leaves an address whole, however long', () => {
    const address = `https://reihe.example/${'a'.repeat(90)}`;
    expect(wrapped(`See ${address} for more`).split('\n')).toContain(address);
  });
});

import fc from 'fast-check';
import { hashOf, newToken } from './link-token';
import { TokenSeal } from './sealed-token';

describe('a token of a link', () => {
  it('is another each time, fits into an address, and is not to be read from its hash', () => {
    const [first, second] = [newToken(), newToken()];
    expect(first).toMatch(/^[\w-]{43}$/);
    expect(second).not.toBe(first);
    expect(hashOf(first)).toMatch(/^[0-9a-f]{64}$/);
    expect(hashOf(first)).toBe(hashOf(first));
  });

  it('comes back from under its seal, with the same secret and purpose alone', () => {
    const seal = new TokenSeal('a secret of thirty-two characters', 'join');
    fc.assert(
      fc.property(fc.string({ maxLength: 100 }), (token) => {
        const sealed = seal.seal(token);
        expect(seal.open(sealed)).toBe(token);
        expect(new TokenSeal('another secret of 32 characters!!', 'join').open(sealed)).toBeNull();
        expect(new TokenSeal('a secret of thirty-two characters', 'other').open(sealed)).toBeNull();
      }),
    );
    const token = newToken();
    const sealed = seal.seal(token);
    expect(sealed).not.toContain(token);
    const other = sealed.startsWith('A') ? 'B' : 'A';
    expect(seal.open(`${other}${sealed.slice(1)}`)).toBeNull();
    expect(seal.open('')).toBeNull();
  });
});

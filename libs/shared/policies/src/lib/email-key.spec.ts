import { emailKey } from './email-key';

describe('emailKey', () => {
  it.each([
    ['Ada@Example.org', 'ada@example.org'],
    ['  ada@example.org ', 'ada@example.org'],
    ['JÜRGEN@STÄDTE.EXAMPLE', 'jürgen@städte.example'],
    ['ju\u0308rgen@example.org', 'j\u00fcrgen@example.org'],
  ])('makes %s and %s one person', (typed, key) => {
    expect(emailKey(typed)).toBe(key);
  });

  it('does not join different people', () => {
    expect(emailKey('a.b@example.org')).not.toBe(emailKey('ab@example.org'));
  });
});

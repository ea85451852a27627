import { invitationCodeKey, invitationPatterns } from './invitation-code';

describe('an invitation', () => {
  it.each(['ABCD-1234', 'abcd 1234', ' aBcD–1234 ', 'ＡＢＣＤ1234'])('is the same code as %j', (typed) => {
    expect(invitationCodeKey(typed)).toBe('ABCD1234');
  });

  it('lets in an address by itself or by its domain, and no look-alike', () => {
    expect(invitationPatterns('kim@water.city.example')).toEqual([
      'kim@water.city.example',
      '@water.city.example',
    ]);
  });
});

import { recapTextRules, RECAP_GAP_CODES } from './recaps';

describe('what staff send of recaps', () => {
  it('takes a draft with nothing but a title, an address and a text', () => {
    const needed = Object.entries(recapTextRules).filter(([, rule]) => !('optional' in rule));
    expect(needed.map(([field]) => field)).toEqual(['title', 'slug', 'body']);
  });

  it('names each gap once', () => {
    expect(new Set(RECAP_GAP_CODES).size).toBe(RECAP_GAP_CODES.length);
  });
});

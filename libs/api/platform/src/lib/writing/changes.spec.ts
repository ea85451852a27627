import { changesBetween } from './changes';

describe('changesBetween', () => {
  it('keeps what differs, with null for what was or is not there', () => {
    const before = { title: 'Water', capacity: 5, regions: ['a'] };
    const after = { title: 'Water', capacity: null, regions: ['a', 'b'], slug: 'water' };
    expect(changesBetween(before, after)).toEqual({
      before: { capacity: 5, regions: ['a'], slug: null },
      after: { capacity: null, regions: ['a', 'b'], slug: 'water' },
    });
  });

  it('is empty where nothing differs', () => {
    expect(changesBetween({ a: [1, { b: 2 }] }, { a: [1, { b: 2 }] })).toEqual({ before: {}, after: {} });
  });
});

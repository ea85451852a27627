import { inPublishedOrder } from './published-order';

describe('the order of a published list', () => {
  const byName = (a: { name: string }, b: { name: string }) => a.name.localeCompare(b.name);

  it('is by number, and says nothing of those that are not shown', () => {
    const rows = [
      { name: 'Ukraine', value: null },
      { name: 'Brazil', value: 7 },
      { name: 'Germany', value: 40 },
      { name: 'Chile', value: 7 },
      { name: 'India', value: null },
    ];
    expect(inPublishedOrder(rows, byName).map(({ name }) => name)).toEqual([
      'Germany',
      'Brazil',
      'Chile',
      'India',
      'Ukraine',
    ]);
  });
});

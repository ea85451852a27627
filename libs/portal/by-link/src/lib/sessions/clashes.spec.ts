import { clashes } from './clashes';

const from = (start: string, end: string) => ({
  startsAt: `2026-10-06T${start}:00Z`,
  endsAt: `2026-10-06T${end}:00Z`,
});

describe('sessions at the same time', () => {
  it.each([
    ['overlap', from('10:00', '12:00'), from('11:00', '13:00'), 1],
    ['lie within each other', from('10:00', '14:00'), from('11:00', '12:00'), 1],
    ['follow each other', from('10:00', '12:00'), from('12:00', '13:00'), 0],
    ['lie apart', from('10:00', '11:00'), from('12:00', '13:00'), 0],
  ])('that %s', (_, one, other, expected) => {
    expect(clashes([one, other])).toHaveLength(expected);
    expect(clashes([other, one])).toHaveLength(expected);
  });

  it('compares instants, not the way they are written', () => {
    const elsewhere = { startsAt: '2026-10-06T16:30:00+05:30', endsAt: '2026-10-06T17:30:00+05:30' };
    expect(clashes([from('10:00', '12:00'), elsewhere])).toHaveLength(1);
  });
});

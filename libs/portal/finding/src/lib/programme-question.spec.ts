import { filterOf, queryOf, questionIn } from './programme-question';

describe('what an address asks of the programme', () => {
  it('reads one value, several values, and leaves out what was left empty', () => {
    expect(
      questionIn({ region: ['asia', 'africa'], kind: 'closing', q: ' pipes ', when: '', from: '' }),
    ).toEqual({
      region: ['asia', 'africa'],
      kind: ['closing'],
      q: 'pipes',
    });
  });

  it.each([
    { when: 'tomorrow' },
    { kind: 'party' },
    { from: '2026-02-30' },
    { time: ['noon'] },
    { month: '2026-13' },
    { start: '0' },
    { region: 'Not a slug' },
    { view: 'week' },
    { zone: 'Nowhere/Land', from: 'x' },
    { sneaky: '1' },
  ])('leaves out what nobody can mean: %j', (query) => {
    expect(questionIn(query)).toEqual({});
  });

  it('knows a zone only beside a day or a time of day', () => {
    const zone = 'America/Sao_Paulo';
    expect(questionIn({ zone, region: 'asia' })).toEqual({ region: ['asia'] });
    expect(questionIn({ zone, time: 'night' })).toEqual({ zone, time: ['night'] });
    expect(questionIn({ zone: 'Nowhere/Land', time: 'night' })).toEqual({ time: ['night'] });
  });

  it('writes the same address again', () => {
    const question = questionIn({ q: 'a b', region: ['asia', 'africa'], view: 'month', month: '2026-11' });
    expect(queryOf(question)).toBe('?q=a%20b&region=asia&region=africa&view=month&month=2026-11');
    expect(queryOf(filterOf(question))).toBe('?q=a%20b&region=asia&region=africa');
    expect(queryOf({})).toBe('');
  });
});

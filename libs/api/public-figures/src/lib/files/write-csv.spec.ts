import type { FigureDataRow } from '@reihe/shared-figures';
import { writeCsv } from './write-csv';

const row = (change: Partial<FigureDataRow>): FigureDataRow => ({
  ...{
    series: 'water',
    dimension: 'session',
    key: 'pipes',
    name: 'Pipes',
    measure: 'participations',
    value: 9,
  },
  ...{ precision: 'exact', origin: 'counted', source: '', stated_on: '', as_of: '2026-10-07' },
  ...change,
});
const nameIn = (name: string) =>
  writeCsv([row({ name })])
    .split('\r\n')
    .slice(1)
    .join('\r\n');

describe('the data set as CSV', () => {
  it('has its columns in their order, also without a row', () => {
    expect(writeCsv([])).toBe(
      'series,dimension,key,name,measure,value,precision,origin,source,stated_on,as_of\r\n',
    );
    expect(nameIn('Pipes')).toBe('water,session,pipes,Pipes,participations,9,exact,counted,,,2026-10-07\r\n');
  });

  it.each([
    ['Pipes, "leaks" and more', '"Pipes, ""leaks"" and more"'],
    ['two\nlines', '"two\nlines"'],
    ['=1+1', `"'=1+1"`],
    ['  @sum', `"'  @sum"`],
    ['＝1+1', `"'＝1+1"`],
    ['\t=1', `"'\t=1"`],
    ['one\r\n=1', `"'one\r\n=1"`],
    ['Straße – ’s', 'Straße – ’s'],
  ])('keeps words words: %j', (name, cell) => {
    expect(nameIn(name)).toBe(`water,session,pipes,${cell},participations,9,exact,counted,,,2026-10-07\r\n`);
  });
});

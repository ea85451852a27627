import { chartHeight, chartOptions, mixed } from './chart-options';
import type { PanelChart } from './panel';

const look = {
  ...{ font: 'Inter', ink: '#111111', inkSoft: '#444444', line: '#cccccc', surface: '#ffffff' },
  ...{ harbour: '#004080', coral: '#902010' },
};
const options = (chart: PanelChart) => chartOptions(chart, String, look) as Record<string, unknown>;
const two = [
  { name: 'Were here before', values: [1, 2] },
  { name: 'For the first time here', values: [3, 4] },
];

describe('charts of figures', () => {
  it('stack parts on one another, told apart by patterns, with the sum at the end', () => {
    const drawn = options({ kind: 'bars', labels: ['Brazil', 'Kenya'], series: two });
    expect(drawn['aria']).toMatchObject({ decal: { show: true } });
    const series = drawn['series'] as {
      stack: string;
      label: { formatter: (at: object) => string; show: boolean };
    }[];
    expect(series.map(({ stack, label }) => [stack, label.show])).toEqual([
      ['all', false],
      ['all', true],
    ]);
    expect(series[1]?.label.formatter({ dataIndex: 1 })).toBe('6');
  });

  it('draw lines told apart by their dashes', () => {
    const drawn = options({ kind: 'lines', labels: ['1 May', '2 May'], series: two });
    expect(drawn['series']).toMatchObject([
      { lineStyle: { type: 'solid' } },
      { lineStyle: { type: 'dashed' } },
    ]);
    expect(drawn['animation']).toBe(false);
  });

  it('write each number into its field, on colours that leave it readable', () => {
    const drawn = options({ kind: 'heat', across: ['Mon', 'Tue'], down: ['09:00'], values: [[0, 7]] });
    const [series] = drawn['series'] as { data: number[][]; label: { formatter: (at: object) => string } }[];
    expect(series?.data).toEqual([
      [0, 0, 0],
      [1, 0, 7],
    ]);
    expect(series?.label.formatter({ value: [1, 0, 7] })).toBe('7');
    expect(series?.label.formatter({ value: [0, 0, 0] })).toBe('');
    expect(drawn['visualMap']).toMatchObject({ min: 0, max: 7, inRange: { color: ['#f2f5f9', '#99b3cc'] } });
  });

  it('mixes two colours', () => {
    expect(mixed('#ffffff', '#000000', 50)).toBe('#808080');
    expect(mixed('', '#004080', 40)).toBe('#004080');
  });

  it('are as high as there are bars', () => {
    const bars = (count: number): PanelChart => ({
      kind: 'bars',
      labels: Array.from({ length: count }, String),
      series: two,
    });
    expect(chartHeight(bars(10))).toBeGreaterThan(chartHeight(bars(2)));
  });
});

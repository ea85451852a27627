import { chartOptions } from './chart-options';

const words = {
  lines: ['Forms sent', 'Confirmed places', 'Cancelled'] as const,
  moment: (at: number) => new Date(at).toISOString().slice(11, 16),
  number: String,
};
const look = {
  font: 'Inter',
  ink: '#111',
  line: '#ccc',
  surface: '#fff',
  lines: ['#333', '#00f', '#f00'] as const,
};

describe('the chart of registrations over time', () => {
  it('has a line for each number, told apart without colour, through the points of the table', () => {
    const options = chartOptions(
      { overTime: [{ from: '2026-09-01T08:00:00Z', sent: 4, confirmed: 2, cancelled: 0 }] },
      words,
      look,
    );
    const at = Date.parse('2026-09-01T08:00:00Z');
    expect(options['series']).toMatchObject([
      { name: 'Forms sent', data: [[at, 4]], lineStyle: { type: 'dashed' } },
      { name: 'Confirmed places', data: [[at, 2]], lineStyle: { type: 'solid' } },
      { name: 'Cancelled', data: [[at, 0]], lineStyle: { type: 'dotted' } },
    ]);
    expect(options).toMatchObject({ animation: false, color: ['#333', '#00f', '#f00'] });
  });

  it('leaves room for the words at its edges, which are cut otherwise', () => {
    const options = chartOptions({ overTime: [] }, words, look) as {
      grid: { bottom: number };
      xAxis: { axisLabel: object };
      textStyle: { fontSize: number };
    };
    // As measured in a browser at 390 and 1440 pixels: a line of words and the gap above it hang 13 pixels below the axis’ own room.
    expect(options.grid.bottom).toBeGreaterThanOrEqual(options.textStyle.fontSize + 8);
    expect(options.xAxis.axisLabel).toMatchObject({ alignMinLabel: 'left', alignMaxLabel: 'right' });
  });
});

import type { SessionNumbers } from '@reihe/shared-registration';
import type { EChartsCoreOption } from 'echarts/core';

/** Of the page, as it looks now. */
export interface ChartLook {
  /** By name: what is measured before it is drawn must be drawn in the same. */
  font: string;
  ink: string;
  line: string;
  surface: string;
  /** One for each line, in their order. */
  lines: readonly [sent: string, confirmed: string, cancelled: string];
}

export interface ChartWords {
  lines: readonly [sent: string, confirmed: string, cancelled: string];
  /** Where a line stands, in the session's time. */
  moment: (at: number) => string;
  number: (value: number) => string;
}

/** Told apart without colour, too; the legend beside the chart shows the same. */
const DASHES = ['dashed', 'solid', 'dotted'] as const;

/** Three lines over time, as many steps as something happened; nothing moves. */
export function chartOptions(
  { overTime }: Pick<SessionNumbers, 'overTime'>,
  words: ChartWords,
  look: ChartLook,
): EChartsCoreOption {
  const lines = (['sent', 'confirmed', 'cancelled'] as const).map((key, at) => ({
    type: 'line',
    name: words.lines[at],
    step: 'end',
    symbol: 'circle',
    symbolSize: 5,
    showSymbol: overTime.length < 40,
    lineStyle: { type: DASHES[at], width: 2 },
    data: overTime.map((point) => [Date.parse(point.from), point[key]]),
  }));
  const text = { color: look.ink, fontFamily: look.font, fontSize: 13 };
  return {
    animation: false,
    color: [...look.lines],
    textStyle: text,
    grid: { top: 16, right: 28, bottom: 24, left: 8 },
    tooltip: {
      trigger: 'axis',
      confine: true,
      backgroundColor: look.surface,
      borderColor: look.line,
      textStyle: text,
      valueFormatter: (value: unknown) => words.number(Number(value)),
    },
    xAxis: {
      type: 'time',
      axisLabel: {
        color: look.ink,
        hideOverlap: true,
        // The first and the last would hang over the edge.
        alignMinLabel: 'left',
        alignMaxLabel: 'right',
        formatter: words.moment,
      },
      axisLine: { lineStyle: { color: look.line } },
      axisPointer: { label: { formatter: ({ value }: { value: unknown }) => words.moment(Number(value)) } },
    },
    yAxis: {
      type: 'value',
      minInterval: 1,
      axisLabel: { color: look.ink, formatter: words.number },
      splitLine: { lineStyle: { color: look.line } },
    },
    series: lines,
  };
}

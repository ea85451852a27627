import type { SessionNumbers } from '@reihe/shared-registration';
import type { EChartsCoreOption } from 'echarts/core';

export interface ChartColours {
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

/** Told apart without colour, too. */
const DASHES = ['dashed', 'solid', 'dotted'] as const;

/** Three lines over time, as many steps as something happened; nothing moves. */
export function chartOptions(
  { overTime }: Pick<SessionNumbers, 'overTime'>,
  words: ChartWords,
  colours: ChartColours,
): EChartsCoreOption {
  const lines = (['sent', 'confirmed', 'cancelled'] as const).map((key, at) => ({
    type: 'line',
    name: words.lines[at],
    step: 'end',
    showSymbol: overTime.length < 40,
    lineStyle: { type: DASHES[at], width: 2 },
    data: overTime.map((point) => [Date.parse(point.from), point[key]]),
  }));
  const text = { color: colours.ink, fontFamily: 'inherit', fontSize: 13 };
  return {
    animation: false,
    color: [...colours.lines],
    textStyle: text,
    grid: { top: 16, right: 16, bottom: 48, left: 8 },
    legend: { bottom: 0, textStyle: text, inactiveColor: colours.line },
    tooltip: {
      trigger: 'axis',
      confine: true,
      backgroundColor: colours.surface,
      borderColor: colours.line,
      textStyle: text,
      valueFormatter: (value: unknown) => words.number(Number(value)),
    },
    xAxis: {
      type: 'time',
      axisLabel: { color: colours.ink, hideOverlap: true, formatter: words.moment },
      axisLine: { lineStyle: { color: colours.line } },
      axisPointer: { label: { formatter: ({ value }: { value: unknown }) => words.moment(Number(value)) } },
    },
    yAxis: {
      type: 'value',
      minInterval: 1,
      axisLabel: { color: colours.ink, formatter: words.number },
      splitLine: { lineStyle: { color: colours.line } },
    },
    series: lines,
  };
}

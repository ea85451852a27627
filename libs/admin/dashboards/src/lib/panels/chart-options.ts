import type { EChartsCoreOption } from 'echarts/core';
import type { ChartLook } from './chart-look';
import type { ChartSeries, PanelChart } from './panel';

/** Told apart without colour, too. */
const DASHES = ['solid', 'dashed', 'dotted'] as const;
const LABEL_WIDTH = 150;
/** Of a hundred: so much of the strongest colour lies under words that still have to be read. */
const STRONGEST = 40;
const FAINTEST = 5;

type Number = (value: number) => string;

/** What echarts draws of a panel's chart; nothing moves. */
export function chartOptions(chart: PanelChart, number: Number, look: ChartLook): EChartsCoreOption {
  const text = { color: look.ink, fontFamily: look.font, fontSize: 13 };
  const options = {
    animation: false,
    color: [look.harbour, look.coral, look.inkSoft],
    textStyle: text,
    // Patterns tell stacked parts apart without colour; a single part needs none.
    aria: { enabled: true, label: { enabled: false }, decal: { show: isStacked(chart) } },
    tooltip: {
      trigger: chart.kind === 'heat' ? 'item' : 'axis',
      axisPointer: { type: chart.kind === 'lines' ? 'line' : 'shadow' },
      confine: true,
      backgroundColor: look.surface,
      borderColor: look.line,
      textStyle: text,
      valueFormatter: (value: unknown) => number(Number(value)),
    },
  };
  switch (chart.kind) {
    case 'bars':
      return { ...options, ...bars(chart, number, look) };
    case 'columns':
    case 'lines':
      return { ...options, ...upright(chart, number, look) };
    case 'heat':
      return { ...options, ...heat(chart, number, look) };
  }
}

/** In pixels: bars and hours are as many as they are, the others fill a frame. */
export function chartHeight(chart: PanelChart): number {
  switch (chart.kind) {
    case 'bars':
      return 40 + chart.labels.length * 28;
    case 'heat':
      return 40 + chart.down.length * 26;
    case 'columns':
    case 'lines':
      return 280;
  }
}

function isStacked(chart: PanelChart): boolean {
  return (chart.kind === 'bars' || chart.kind === 'columns') && chart.series.length > 1;
}

const valueAxis = (number: Number, look: ChartLook) => ({
  type: 'value',
  minInterval: 1,
  axisLabel: { color: look.ink, formatter: number, hideOverlap: true },
  splitLine: { lineStyle: { color: look.line } },
});

const wordAxis = (words: readonly string[], look: ChartLook) => ({
  type: 'category',
  data: [...words],
  axisLabel: { color: look.ink },
  axisLine: { lineStyle: { color: look.line } },
  axisTick: { show: false },
});

/** The first on top. */
function bars(
  { labels, series }: { labels: readonly string[]; series: readonly ChartSeries[] },
  number: Number,
  look: ChartLook,
): EChartsCoreOption {
  const words = wordAxis(labels, look);
  return {
    grid: { top: 4, right: 56, bottom: 24, left: 8 },
    xAxis: valueAxis(number, look),
    yAxis: {
      ...words,
      inverse: true,
      axisLabel: { ...words.axisLabel, width: LABEL_WIDTH, overflow: 'truncate' },
    },
    series: series.map(({ name, values }, at) => ({
      type: 'bar',
      name,
      stack: 'all',
      barMaxWidth: 18,
      data: [...values],
      label: {
        show: at === series.length - 1,
        position: 'right',
        color: look.ink,
        formatter: ({ dataIndex }: { dataIndex: number }) =>
          number(series.reduce((sum, one) => sum + (one.values[dataIndex] ?? 0), 0)),
      },
    })),
  };
}

function upright(
  {
    kind,
    labels,
    series,
  }: { kind: 'columns' | 'lines'; labels: readonly string[]; series: readonly ChartSeries[] },
  number: Number,
  look: ChartLook,
): EChartsCoreOption {
  const words = wordAxis(labels, look);
  return {
    grid: { top: 16, right: 28, bottom: 24, left: 8 },
    xAxis: {
      ...words,
      // The first and the last would hang over the edge.
      axisLabel: { ...words.axisLabel, hideOverlap: true, alignMinLabel: 'left', alignMaxLabel: 'right' },
    },
    yAxis: valueAxis(number, look),
    series: series.map(({ name, values }, at) =>
      kind === 'lines'
        ? {
            type: 'line',
            name,
            symbol: 'circle',
            symbolSize: 5,
            showSymbol: values.length < 40,
            lineStyle: { type: DASHES[at] ?? 'solid', width: 2 },
            data: [...values],
          }
        : { type: 'bar', name, stack: 'all', barMaxWidth: 28, data: [...values] },
    ),
  };
}

/** Every number is written into its field: the colour only says it again. */
function heat(
  { across, down, values }: Extract<PanelChart, { kind: 'heat' }>,
  number: Number,
  look: ChartLook,
): EChartsCoreOption {
  const data = values.flatMap((row, y) => row.map((value, x) => [x, y, value]));
  return {
    grid: { top: 24, right: 8, bottom: 8, left: 8 },
    xAxis: { ...wordAxis(across, look), position: 'top' },
    yAxis: { ...wordAxis(down, look), inverse: true },
    visualMap: {
      show: false,
      min: 0,
      max: Math.max(1, ...values.flat()),
      inRange: {
        color: [mixed(look.surface, look.harbour, FAINTEST), mixed(look.surface, look.harbour, STRONGEST)],
      },
    },
    series: [
      {
        type: 'heatmap',
        data,
        label: {
          show: true,
          color: look.ink,
          formatter: ({ value }: { value: number[] }) => (value[2] === 0 ? '' : number(value[2] ?? 0)),
        },
        itemStyle: { borderColor: look.surface, borderWidth: 2 },
      },
    ],
  };
}

/** `share` of a hundred of the second colour on the first; both as `#rrggbb`. */
export function mixed(under: string, over: string, share: number): string {
  const parts = (colour: string) => [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
  const [below, above] = [parts(under), parts(over)];
  if ([...below, ...above].some(Number.isNaN)) return over;
  const sum = below.map((one, at) => Math.round((one * (100 - share) + (above[at] ?? 0) * share) / 100));
  return `#${sum.map((one) => one.toString(16).padStart(2, '0')).join('')}`;
}

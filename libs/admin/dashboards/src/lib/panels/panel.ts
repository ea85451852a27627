import type { DashboardPart } from '@reihe/shared-figures';

/** A number of a table; opens who stands behind it where somebody does. */
export interface PanelCell {
  value: number;
  opens: DashboardPart | null;
  /** Filters that show the sessions of the number, on the page it is on. */
  narrows?: Readonly<Record<string, string>>;
}

export interface PanelRow {
  words: string;
  /** Within the application. */
  link?: readonly string[];
  /** Filters that show this row alone, on the page it is on. */
  narrows?: Readonly<Record<string, string>>;
  small?: string;
  /** Sentences below the numbers: what was stated, and how it differs. */
  notes?: readonly string[];
  cells: readonly PanelCell[];
}

/** What is drawn: the same numbers as in the table, of as many rows as fit. */
export type PanelChart = DrawnSeries<'bars'> | DrawnSeries<'columns' | 'lines'> | DrawnGrid;

interface DrawnSeries<Kind> {
  kind: Kind;
  labels: readonly string[];
  series: readonly ChartSeries[];
}

interface DrawnGrid {
  kind: 'heat';
  across: readonly string[];
  down: readonly string[];
  /** Row by row. */
  values: readonly (readonly number[])[];
}

/** Stacked on one another where there are several, but for lines. */
export interface ChartSeries {
  name: string;
  values: readonly number[];
}

/** A figure with its parts, in a table and drawn; leaves as a file in either form. */
export interface Panel {
  /** Of the heading; ends the name of its files. */
  id: string;
  heading: string;
  /** What one should know to read it. */
  note?: string;
  /** Heading of the rows, then of the numbers. */
  columns: readonly [string, ...string[]];
  rows: readonly PanelRow[];
  chart: PanelChart | null;
}

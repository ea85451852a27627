export interface TextMark {
  kind: 'text';
  words: string;
  x: number;
  /** Of the baseline. */
  y: number;
  size: number;
  anchor: 'start' | 'middle' | 'end';
  fill: string;
}

export type Mark =
  | { kind: 'rectangle'; x: number; y: number; width: number; height: number; fill: string; stroke?: string }
  | { kind: 'line'; x1: number; y1: number; x2: number; y2: number; stroke: string }
  | { kind: 'circle'; x: number; y: number; radius: number; fill: string; stroke: string }
  /** SVG path data. */
  | { kind: 'path'; outline: string; fill: string; stroke?: string }
  | TextMark;

/** What a picture is made of, before any format: the same marks become text in a page and outlines in a picture of pixels. */
export interface Drawing {
  width: number;
  height: number;
  marks: Mark[];
}

/** The tokens of the light scheme: reports are paper. */
export const LOOK = {
  paper: '#ffffff',
  ink: '#14212b',
  soft: '#3f4c56',
  line: '#dcd7cb',
  land: '#e4e0d6',
  harbour: '#0a4d7a',
  /** The part of a bar that may be, and the second part of a stack. */
  light: '#86b3d1',
} as const;

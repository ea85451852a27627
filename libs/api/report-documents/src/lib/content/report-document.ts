import type { Drawing } from '../drawing/drawing';

export interface Line {
  text: string;
  isStrong?: boolean;
  /** Absolute; the text is its link. */
  address?: string;
  /** What the link is, in front of it. */
  label?: string;
}

export interface TableColumn {
  label: string;
  /** Numbers stand right. */
  isNumber?: boolean;
  /** Share of the width. */
  width: number;
}

export type Block =
  | { kind: 'heading'; id: string; level: 1 | 2; text: string; startsPage?: boolean }
  | { kind: 'text'; text: string }
  | { kind: 'list'; items: string[] }
  /** The first cell of a row is its heading. Ids are unique in the document. */
  | { kind: 'table'; id: string; caption: string; columns: TableColumn[]; rows: Line[][][] }
  | { kind: 'picture'; id: string; drawing: Drawing; alt: string };

/** A report as it is written in every format: what each of its parts is, not what it looks like. */
export interface ReportDocument {
  /** BCP 47. */
  language: string;
  fileTitle: string;
  kind: string;
  title: string;
  facts: { label: string; value: string }[];
  note: string;
  contents: string;
  page: (page: string, pages: string) => string;
  /** Creation date of the file. */
  asOf: Date;
  blocks: Block[];
}

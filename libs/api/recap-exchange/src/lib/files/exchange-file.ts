import type { Language } from '@reihe/shared-contracts';
import type { ExchangeFormat } from '@reihe/shared-editorial';
import type { InlineCode } from '@reihe/shared-recap-policies';

/** A run of words as a file carries it: marks and chips are codes with an id, their content stays here. */
export type CodedPart = string | PlacedCode;
export interface PlacedCode extends InlineCode {
  /** Of its unit alone. */
  id: string;
  /** Around words; undefined: a chip between them. */
  parts?: CodedPart[];
}

export interface ExchangeSegment {
  /** As `TextSlot.name`. */
  slot: string;
  source: CodedPart[];
  /** null: not translated. */
  target: CodedPart[] | null;
}

export type UnitState = 'initial' | 'translated' | 'reviewed';

/** A title, a lead or a block of a text, with what it was when the file was made. */
export interface ExchangeUnit {
  /** `title`, `lead`, … or the name of a block. */
  key: string;
  /** What kind of text it is, for whoever translates; empty where the file does not say. */
  context: string;
  state: UnitState;
  /** Fingerprints; null where the file does not say. */
  sourceHash: string | null;
  targetHash: string | null;
  segments: ExchangeSegment[];
}

/** A file as agencies work with it, whichever of the formats it is in. */
export interface ExchangeFile {
  format: ExchangeFormat;
  recapId: string;
  title: string;
  source: string;
  target: Language | (string & {});
  units: ExchangeUnit[];
}

/** Nothing was translated there. */
export const NO_TARGET = 'none';

export function codedText(parts: readonly CodedPart[]): string {
  return parts.map((part) => (typeof part === 'string' ? part : codedText(part.parts ?? []))).join('');
}

export function placedCodes(parts: readonly CodedPart[]): PlacedCode[] {
  return parts.flatMap((part) => (typeof part === 'string' ? [] : [part, ...placedCodes(part.parts ?? [])]));
}

import type { ImportRefusal, ImportRefusalCode } from '@reihe/shared-editorial';

/** The file cannot be imported at all, and why. */
export class ImportRefused extends Error {
  readonly refusal: ImportRefusal;

  /** @param line of the text, from 1 */
  constructor(code: ImportRefusalCode, detail = '', line: number | null = null) {
    super(code);
    this.refusal = { code, detail: detail.slice(0, 300), line };
  }
}

import type { ImportNote, ImportNoteCode } from '@reihe/shared-editorial';

/** So many of a kind are named; the rest is counted. */
const NAMED = 5;
const LONGEST = 200;

/** What is lost or changed on the way, counted by kind. */
export class Losses {
  private readonly found = new Map<ImportNoteCode, ImportNote>();

  note(code: ImportNoteCode, detail = '', count = 1): void {
    const known = this.found.get(code) ?? { code, count: 0, details: [] };
    known.count += count;
    const told = detail.slice(0, LONGEST);
    if (told !== '' && known.details.length < NAMED && !known.details.includes(told))
      known.details.push(told);
    this.found.set(code, known);
  }

  has(code: ImportNoteCode): boolean {
    return this.found.has(code);
  }

  get notes(): ImportNote[] {
    return [...this.found.values()];
  }
}

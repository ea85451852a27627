import { DomainError } from '@reihe/api-platform';
import type { FileRefusal } from '@reihe/shared-editorial';

export const recapNotFound = () => new DomainError('recap.not-found', 404);

/** Nothing of the file was taken. `details.reason` says why, `details.line` where it is about a place. */
export const fileRefused = (reason: FileRefusal, details: Record<string, string | number> = {}) =>
  new DomainError('recap.file-refused', 422, { details: { reason, ...details } });

/** What was chosen from a file cannot be taken any more: something changed since it was looked at. */
export const rowsRefused = (keys: readonly string[]) =>
  new DomainError('recap.file-refused', 409, { details: { reason: 'rows', keys } });

/** The original has no text yet, or the language is its own. */
export const nothingToTranslate = () => new DomainError('recap.nothing-to-translate', 409);

export const undoTooLate = () => new DomainError('recap.import-undo-too-late', 409);

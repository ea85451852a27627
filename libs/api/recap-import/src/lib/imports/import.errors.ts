import { DomainError } from '@reihe/api-platform';
import type { ImportState } from '@reihe/shared-editorial';

export const importNotFound = () => new DomainError('import.not-found', 404);

export const wrongImportState = (state: ImportState) =>
  new DomainError('import.wrong-state', 409, { details: { state } });

/** Nothing in it that could be imported. */
export const nothingToImport = () => new DomainError('import.empty', 422);

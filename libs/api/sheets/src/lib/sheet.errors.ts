import { DomainError, invalidFields } from '@reihe/api-platform';

export const sheetUnreadable = () => new DomainError('import.unreadable', 422);

export const sheetTooLarge = () => new DomainError('import.too-many-rows', 422);

export const sheetEmpty = () => new DomainError('import.empty', 422);

export const noSheet = () => invalidFields({ path: 'file', code: 'required' });

/** @param lines of the rows that are not right */
export const importRefused = (lines: readonly number[]) =>
  new DomainError('import.refused', 409, { details: { lines } });

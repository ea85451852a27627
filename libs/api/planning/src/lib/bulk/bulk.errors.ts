import { DomainError, invalidFields } from '@reihe/api-platform';
import type { BulkRefusal } from '@reihe/shared-planning';

/** Nothing was changed: the preview no longer holds for these. */
export const bulkRefused = (refused: readonly { id: string; refusal: BulkRefusal }[]) =>
  new DomainError('bulk.refused', 409, { details: { refused } });

export const fieldMissing = (path: string) => invalidFields({ path, code: 'required' });

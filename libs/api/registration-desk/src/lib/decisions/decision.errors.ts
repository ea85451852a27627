import { DomainError, invalidFields } from '@reihe/api-platform';
import { SELECTION_MAX } from '@reihe/shared-registration';

/** Nothing was done: what would be done now is another thing than what was seen, and comes along. */
export const previewOutdated = (preview: object) =>
  new DomainError('registration.preview-outdated', 409, { details: { preview } });

export const nothingSelected = () => invalidFields({ path: 'ids', code: 'required' });

export const tooManySelected = () =>
  invalidFields({ path: 'ids', code: 'too-long', limit: SELECTION_MAX.decide });

import { DomainError } from '@reihe/api-platform';
import type { MessageGap } from '@reihe/shared-form-policies';

export const messageNotFound = () => new DomainError('message.not-found', 404);
export const messageWrongState = () => new DomainError('message.wrong-state', 409);

/** Without gaps: there is nobody to write to. */
export const messageIncomplete = (gaps: readonly MessageGap[]) =>
  new DomainError('message.incomplete', 409, { details: { gaps } });

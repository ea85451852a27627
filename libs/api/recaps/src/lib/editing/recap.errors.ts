import { DomainError, invalidFields } from '@reihe/api-platform';
import type { Language, RecapState } from '@reihe/shared-contracts';
import type { RecapGap, TranslationState } from '@reihe/shared-editorial';
import type { DocumentError } from '@reihe/shared-recap-policies';

export const recapNotFound = () => new DomainError('recap.not-found', 404);
export const revisionNotFound = () => new DomainError('recap.not-found', 404);
export const sessionNotFound = () => new DomainError('session.not-found', 404);

export const wrongRecapState = (state: RecapState) =>
  new DomainError('recap.wrong-state', 409, { details: { state } });

/** Four eyes: who wrote last does not approve alone. */
export const ownText = () => new DomainError('recap.own-text', 403);

/** Only a translation that is whole and follows its original can be looked through. */
export const translationUnfinished = (state: TranslationState) =>
  new DomainError('recap.translation-unfinished', 409, { details: { state } });

/** A minute that is over already. */
export const scheduleIsPast = () => new DomainError('recap.schedule-past', 422);

export const recapIncomplete = (gaps: readonly RecapGap[]) =>
  new DomainError('recap.incomplete', 422, { details: { gaps } });

export const slugTaken = (languages: readonly Language[]) =>
  new DomainError('recap.slug-taken', 409, {
    fields: languages.map((language) => ({ path: `translations.${language}.slug`, code: 'already-used' })),
  });

/** `details.reason` is what the document policy found, `details.path` where in the document. */
export const documentInvalid = (language: Language, { code, path }: DocumentError) =>
  new DomainError('recap.document-invalid', 422, {
    fields: [{ path: `translations.${language}.body`, code: 'not-allowed' }],
    details: { language, reason: code, path },
  });

/** An id that names nothing, or nothing of this series. */
export const unknownReference = (path: string) => invalidFields({ path, code: 'not-allowed' });

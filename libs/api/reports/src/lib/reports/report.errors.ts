import { DomainError } from '@reihe/api-platform';
import { FUNDER_REPORT_LIMITS } from '@reihe/shared-figures';

export const reportNotFound = () => new DomainError('funder-report.not-found', 404);

/** It has no file yet, or never will. */
export const reportNotReady = () => new DomainError('funder-report.not-ready', 409);

export const tooManyReports = () =>
  new DomainError('funder-report.too-many', 409, { details: { limit: FUNDER_REPORT_LIMITS.perSeries } });

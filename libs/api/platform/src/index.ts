export {
  ForEveryone,
  ForStaff,
  isForEveryone,
  PermissionGuard,
  RequirePermission,
} from './lib/access/permission.guard';
export { CurrentStaff, type StaffRequest } from './lib/access/staff-request';
export { standingSignIn } from './lib/access/standing-sign-in';
export { AfterSession, type AfterOfRegistration, type AfterSessionLinks } from './lib/after-session';
export { AuditTrail, type Actor, type AuditRecord } from './lib/audit/audit-trail';
export { FORM_FIELDS, FormProblemFilter } from './lib/by-link/form-problem.filter';
export { ProofOfWork } from './lib/abuse/proof-of-work';
export { FORM_LIMIT, FormThrottler, JOIN_LIMIT, OpenFormThrottler } from './lib/by-link/form-throttler';
export {
  bearerToken,
  languageOfPath,
  manyValues,
  oneValue,
  type FormValues,
} from './lib/by-link/form-values';
export { Config, ConfigError, readConfig, type ProcessRole } from './lib/config/config';
export { Jobs, type JobWork } from './lib/jobs/jobs';
export { JobsModule } from './lib/jobs/jobs.module';
export { JoinAddresses } from './lib/links/join-addresses';
export { linkExpired, linkUnknown, linkUsed, participantNotFound } from './lib/links/link.errors';
export { hashOf, newToken } from './lib/links/link-token';
export { PersonalLinks, type IssuedLinks } from './lib/links/personal-links';
export { TokenSeal } from './lib/links/sealed-token';
export { Notices, type Notice } from './lib/notices/notices';
export { Answers, AnswersEvents, AnswersNothing, Takes } from './lib/openapi/contract.decorators';
export { PlaceFinder, type FoundPlace } from './lib/places/place-finder';
export { PlatformModule } from './lib/platform.module';
export { PortalRenderer, type SubmittedForm } from './lib/portal-renderer';
export {
  DomainError,
  invalidFields,
  outdatedVersion,
  undoTooLate,
  seriesNotFound,
  sessionNotFound,
  timeInDoubt,
  type ProblemExtras,
} from './lib/problems/domain-error';
export { correlationIdOf, ProblemFilter, problemOf } from './lib/problems/problem.filter';
export { CacheFor, NotCached } from './lib/requests/cache-for';
export { cleanAnswer, cleanEmail, cleanText } from './lib/requests/clean-text';
export { Field } from './lib/requests/field.decorator';
export { fieldProblems } from './lib/requests/field-problems';
export { likeText } from './lib/requests/like-text';
export { offsetOf, pageOf, PageQuery } from './lib/requests/paging';
export { adminLanguageOf, fallbackOrder, languageOf, ReaderLanguage } from './lib/requests/reader-language';
export { bodyValidation } from './lib/requests/validation.pipe';
export { Clock, SystemClock } from './lib/time/clock';
export { PublicHolidays } from './lib/holidays/public-holidays';
export {
  SeatDesk,
  type AddedPerson,
  type AddedRegistration,
  type DecidedRegistration,
  type DecisionOutcome,
  type DeskOptions,
  type SeatDecision,
} from './lib/seat-desk';
export { streamProgress, type TellProgress } from './lib/requests/progress-stream';
export { RecapWriter } from './lib/recap-writer';
export { RecapTexts, type RecapToTranslate, type WrittenTranslation } from './lib/recap-texts';
export { SessionWriter, type KnownTimes } from './lib/session-writer';
export {
  SessionObserver,
  type SessionMove,
  type SessionTelling,
  type ToldPeople,
  type UndoneChange,
} from './lib/session-observer';
export { ChangeStateBody } from './lib/requests/change-state.body';
export { oneRow, type ListRows } from './lib/requests/list-rows';
export { refuseBroken, type Refusals } from './lib/writing/broken-constraints';
export { rehearsed } from './lib/writing/rehearsed';
export { changesBetween } from './lib/writing/changes';
export { OwnedRows } from './lib/writing/owned-rows.repository';
export { orEmpty, textsOf } from './lib/writing/texts';
export { ProgrammeFeatureApp } from './lib/testing/programme-feature-app';
export { FeatureApp, startFeature, type FeatureParts, type FeatureSetup } from './lib/testing/feature-app';
export { OwnSeats } from './lib/own-seats';

import type { FieldErrorCode } from './fields';

/** Every way in which the API refuses, as stable codes; screens switch over them exhaustively. */
export const PROBLEM_CODES = [
  'request.invalid',
  'request.too-large',
  'request.too-many',
  'request.not-found',
  'request.csrf',
  'server.error',
  'server.busy',
  'auth.required',
  'auth.failed',
  'auth.forbidden',
  'version.outdated',
  'series.not-found',
  'series.slug-taken',
  'series.slug-fixed',
  'series.has-sessions',
  'session.not-found',
  'session.version-not-found',
  'session.slug-taken',
  'session.slug-fixed',
  'session.wrong-state',
  'session.incomplete',
  'session.capacity-below-confirmed',
  'session.undo-too-late',
  'time.nonexistent',
  'time.ambiguous',
  'batch.not-found',
  'batch.key-used',
  'batch.touched',
  'speaker.not-found',
  'speaker.in-use',
  'speaker.merge-impossible',
  'invitation.link-unknown',
  'invitation.link-expired',
  'invitation.no-address',
  'invitation.wrong-state',
  'taxonomy.not-found',
  'taxonomy.in-use',
  'question.in-use',
  'invitation-code.not-found',
  'registration.not-open',
  'registration.not-found',
  'registration.link-expired',
  'registration.link-unknown',
  'registration.link-used',
  'registration.wrong-state',
  'registration.preview-outdated',
  'recap.not-found',
  'recap.wrong-state',
  'recap.incomplete',
  'recap.slug-taken',
  'recap.document-invalid',
  'recap.own-text',
  'recap.translation-unfinished',
  'recap.file-refused',
  'recap.nothing-to-translate',
  'recap.import-undo-too-late',
  'recap.schedule-past',
  'recap.comment-not-found',
  'media.not-found',
  'media.unsupported',
  'media.broken',
  'media.in-use',
  'media.not-replaceable',
  'upload.not-found',
  'upload.wrong-offset',
  'storage.unavailable',
  'material.not-found',
  'material.unsupported',
  'feedback.closed',
  'feedback.given',
  'feedback.link-unknown',
  'attendance.too-early',
  'attendance.not-found',
  'report.other-session',
  'report.no-times',
  'report.only-registered',
  'funder-report.not-found',
  'funder-report.not-ready',
  'funder-report.too-many',
  'certificate.not-found',
  'certificate.not-ready',
  'account.not-found',
  'account.email-taken',
  'account.last-administrator',
  'participant.not-found',
  'participant.merge-impossible',
  'outbox.not-found',
  'outbox.wrong-state',
  'count.not-found',
  'message.not-found',
  'message.wrong-state',
  'message.incomplete',
  'bulk.refused',
  'import.unreadable',
  'import.too-many-rows',
  'import.empty',
  'import.refused',
  'import.not-found',
  'import.wrong-state',
  'report.unreadable',
  'report.empty',
  'report.unknown',
  'report.too-many-rows',
] as const;
export type ProblemCode = (typeof PROBLEM_CODES)[number];

export interface FieldProblem {
  /** Dotted path into the body, e.g. `agenda.2.translations.de.title`. */
  path: string;
  code: FieldErrorCode;
  /** The bound that was missed, where there is one. */
  limit?: number;
}

/** `application/problem+json` (RFC 9457). `detail` is for engineers; screens show their own words for `code`. */
export interface Problem {
  type: string;
  title: string;
  status: number;
  code: ProblemCode;
  detail?: string;
  fields?: FieldProblem[];
  details?: Record<string, unknown>;
  correlationId: string;
}

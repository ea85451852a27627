export { isConnectionLost, isOvertaken } from './lib/database-failures';
export { dataSourceOptions, migrate, type DatabaseOptions } from './lib/data-source';
export { Database } from './lib/database';
export { PersistenceModule } from './lib/persistence.module';
export { ROWS } from './lib/rows';
export { AnswerRow } from './lib/rows/answers.rows';
export { AuditRow } from './lib/rows/audit.rows';
export {
  MessageRecipientRow,
  MessageRow,
  NewsOptOutRow,
  SentRecapNewsRow,
  SentReminderRow,
  SentThanksRow,
  UnsubscribeLinkRow,
} from './lib/rows/correspondence.rows';
export { StatedCountRow } from './lib/rows/counts.rows';
export {
  AttendanceRow,
  CertificateRow,
  FeedbackGiverRow,
  FeedbackRow,
  MaterialRow,
} from './lib/rows/follow-up.rows';
export { JoinHintRow, JoinLinkRow } from './lib/rows/joining.rows';
export { EditingDraftRow, EditingPresenceRow } from './lib/rows/editing.rows';
export {
  RecapAssignmentRow,
  SeriesRecapRulesRow,
  RecapFigureDigestRow,
  RecapFigureNoticeRow,
  SessionRecapDraftRow,
  RecapCommentRow,
  RecapCommentAnswerRow,
  RecapPreviewRow,
} from './lib/rows/recap-desk.rows';
export { MediaLookAlikeRow, MediaRow, MediaTranslationRow, MediaUploadRow } from './lib/rows/media.rows';
export { OutboxRow, type SessionNewsOf } from './lib/rows/outbox.rows';
export { LinkRequestRow, SpentProofRow } from './lib/rows/personal-links.rows';
export { ParticipantLinkRow, ParticipantRow, RegistrationRow } from './lib/rows/participants.rows';
export { SessionBatchMemberRow, SessionBatchRow } from './lib/rows/planning.rows';
export { PublishedRecapRow, RecapSearchTextRow, RecapSearchWordRow } from './lib/rows/recap-search.rows';
export {
  RecapImportArticleRow,
  RecapImportPictureRow,
  RecapImportRow,
  RecapOriginMarkRow,
  RecapOriginRow,
} from './lib/rows/recap-imports.rows';
export {
  RecapAddressRow,
  RecapCategoryRow,
  RecapGalleryRow,
  RecapRegionRow,
  RecapRevisionRow,
  RecapRevisionTranslationRow,
  RecapRow,
  RecapSessionRow,
  RecapTranslationImportRow,
  RecapTranslationRow,
} from './lib/rows/recaps.rows';
export {
  InvitationCodeRow,
  InvitedAddressRow,
  QuestionFormRow,
  QuestionRow,
  RegistrationRulesRow,
} from './lib/rows/registration-setup.rows';
export { ParticipantMergeRow } from './lib/rows/participant-merges.rows';
export { SeriesCategoryRow, SeriesRow, SeriesTranslationRow } from './lib/rows/series.rows';
export { SessionChangeRow, type KeptInvitation } from './lib/rows/session-changes.rows';
export { SessionVersionRow } from './lib/rows/session-versions.rows';
export {
  AgendaItemRow,
  AgendaItemTranslationRow,
  SessionCategoryRow,
  SessionRegionRow,
  SessionRow,
  SessionTranslationRow,
} from './lib/rows/sessions.rows';
export {
  ContributionRow,
  ContributionTranslationRow,
  SpeakerLinkRow,
  SpeakerMergeRow,
  SpeakerRow,
  SpeakerTranslationRow,
} from './lib/rows/speakers.rows';
export { StaffAccountRow, StaffSessionRow } from './lib/rows/staff.rows';
export {
  CategoryRow,
  CategoryTranslationRow,
  RegionCountryRow,
  RegionRow,
  RegionTranslationRow,
} from './lib/rows/taxonomy.rows';
export { openTestDatabase, type TestDatabase } from './lib/testing/test-database';

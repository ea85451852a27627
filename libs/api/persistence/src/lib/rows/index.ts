import { ParticipantMergeRow } from './participant-merges.rows';
import { AnswerRow } from './answers.rows';
import { AuditRow } from './audit.rows';
import {
  MessageRecipientRow,
  MessageRow,
  NewsOptOutRow,
  SentRecapNewsRow,
  SentReminderRow,
  SentThanksRow,
  UnsubscribeLinkRow,
} from './correspondence.rows';
import { StatedCountRow } from './counts.rows';
import { JoinHintRow, JoinLinkRow } from './joining.rows';
import { EditingDraftRow, EditingPresenceRow } from './editing.rows';
import { AttendanceRow, CertificateRow, FeedbackGiverRow, FeedbackRow, MaterialRow } from './follow-up.rows';
import { MediaLookAlikeRow, MediaRow, MediaTranslationRow, MediaUploadRow } from './media.rows';
import { OutboxRow } from './outbox.rows';
import { LinkRequestRow, SpentProofRow } from './personal-links.rows';
import { ParticipantLinkRow, ParticipantRow, RegistrationRow } from './participants.rows';
import { SessionBatchMemberRow, SessionBatchRow } from './planning.rows';
import { PublishedRecapRow, RecapSearchTextRow, RecapSearchWordRow } from './recap-search.rows';
import {
  RecapAssignmentRow,
  RecapCommentAnswerRow,
  RecapCommentRow,
  RecapPreviewRow,
  SeriesRecapRulesRow,
  RecapFigureDigestRow,
  RecapFigureNoticeRow,
  SessionRecapDraftRow,
} from './recap-desk.rows';
import {
  RecapImportArticleRow,
  RecapImportPictureRow,
  RecapImportRow,
  RecapOriginMarkRow,
  RecapOriginRow,
} from './recap-imports.rows';
import {
  RecapAddressRow,
  RecapCategoryRow,
  RecapGalleryRow,
  RecapRevisionPictureRow,
  RecapRegionRow,
  RecapRevisionRow,
  RecapRevisionTranslationRow,
  RecapRow,
  RecapSessionRow,
  RecapTextPictureRow,
  RecapTranslationImportRow,
  RecapTranslationRow,
} from './recaps.rows';
import {
  InvitationCodeRow,
  InvitedAddressRow,
  QuestionFormRow,
  QuestionRow,
  RegistrationRulesRow,
} from './registration-setup.rows';
import { SeriesCategoryRow, SeriesRow, SeriesTranslationRow } from './series.rows';
import { SessionChangeRow } from './session-changes.rows';
import { SessionVersionRow } from './session-versions.rows';
import {
  AgendaItemRow,
  AgendaItemTranslationRow,
  SessionCategoryRow,
  SessionRegionRow,
  SessionRow,
  SessionTranslationRow,
} from './sessions.rows';
import {
  ContributionRow,
  ContributionTranslationRow,
  SpeakerLinkRow,
  SpeakerMergeRow,
  SpeakerRow,
  SpeakerTranslationRow,
} from './speakers.rows';
import { StaffAccountRow, StaffSessionRow } from './staff.rows';
import {
  CategoryRow,
  CategoryTranslationRow,
  RegionCountryRow,
  RegionRow,
  RegionTranslationRow,
} from './taxonomy.rows';

/** Every table, once: the data source and the check of the migrations read this. */
export const ROWS = [
  StaffAccountRow,
  StaffSessionRow,
  AuditRow,
  RegionRow,
  RegionTranslationRow,
  RegionCountryRow,
  CategoryRow,
  CategoryTranslationRow,
  MediaRow,
  MediaLookAlikeRow,
  MediaUploadRow,
  MediaTranslationRow,
  SeriesRow,
  SeriesTranslationRow,
  SeriesCategoryRow,
  SessionRow,
  SessionTranslationRow,
  SessionRegionRow,
  SessionCategoryRow,
  AgendaItemRow,
  AgendaItemTranslationRow,
  SpeakerRow,
  SpeakerTranslationRow,
  SpeakerMergeRow,
  SpeakerLinkRow,
  ContributionRow,
  ContributionTranslationRow,
  ParticipantRow,
  ParticipantLinkRow,
  ParticipantMergeRow,
  RegistrationRulesRow,
  QuestionFormRow,
  QuestionRow,
  InvitationCodeRow,
  InvitedAddressRow,
  RegistrationRow,
  AnswerRow,
  JoinLinkRow,
  JoinHintRow,
  MaterialRow,
  AttendanceRow,
  CertificateRow,
  FeedbackRow,
  FeedbackGiverRow,
  StatedCountRow,
  SessionChangeRow,
  OutboxRow,
  RecapRow,
  RecapTranslationRow,
  RecapTranslationImportRow,
  RecapAddressRow,
  RecapSessionRow,
  RecapCategoryRow,
  RecapRegionRow,
  RecapGalleryRow,
  RecapTextPictureRow,
  RecapRevisionPictureRow,
  RecapRevisionRow,
  RecapRevisionTranslationRow,
  RecapAssignmentRow,
  SeriesRecapRulesRow,
  RecapFigureDigestRow,
  RecapFigureNoticeRow,
  SessionRecapDraftRow,
  RecapCommentRow,
  RecapCommentAnswerRow,
  RecapPreviewRow,
  RecapImportRow,
  RecapImportArticleRow,
  RecapImportPictureRow,
  RecapOriginRow,
  RecapOriginMarkRow,
  PublishedRecapRow,
  RecapSearchTextRow,
  RecapSearchWordRow,
  SessionBatchRow,
  SessionBatchMemberRow,
  EditingPresenceRow,
  EditingDraftRow,
  SessionVersionRow,
  UnsubscribeLinkRow,
  NewsOptOutRow,
  SentReminderRow,
  SentThanksRow,
  SentRecapNewsRow,
  MessageRow,
  MessageRecipientRow,
  SpentProofRow,
  LinkRequestRow,
];

import { CreateStaffAndAudit1763900000001 } from './1763900000001-create-staff-and-audit';
import { CreateTaxonomyAndMedia1763900000002 } from './1763900000002-create-taxonomy-and-media';
import { CreateProgramme1763900000003 } from './1763900000003-create-programme';
import { CreateRegistrations1763900000004 } from './1763900000004-create-registrations';
import { CreateStatedCounts1763900000005 } from './1763900000005-create-stated-counts';
import { CreateRecaps1763900000006 } from './1763900000006-create-recaps';
import { GuardInvariants1763900000007 } from './1763900000007-guard-invariants';
import { CountFromRows1763900000008 } from './1763900000008-count-from-rows';
import { ReadWhatIsPublic1763900000009 } from './1763900000009-read-what-is-public';
import { FindAddressesOfARecap1763900000010 } from './1763900000010-find-addresses-of-a-recap';
import { DescribeMeetingAccess1764000000050 } from './1764000000050-describe-meeting-access';
import { CreateJoinLinks1764000000051 } from './1764000000051-create-join-links';
import { CreateJoinHints1764000000052 } from './1764000000052-create-join-hints';
import { HoldBackNews1764000000070 } from './1764000000070-hold-back-news';
import { RememberBatchesOfSessions1764000000080 } from './1764000000080-remember-batches-of-sessions';
import { FindPeopleByCountryAndClock1764000000081 } from './1764000000081-find-people-by-country-and-clock';
import { KeepWhoEditsAndWhat1764000000090 } from './1764000000090-keep-who-edits-and-what';
import { KeepVersionsOfSessions1764000000091 } from './1764000000091-keep-versions-of-sessions';
import { InviteSpeakers1764000000100 } from './1764000000100-invite-speakers';
import { FindAndMergeSpeakers1764000000101 } from './1764000000101-find-and-merge-speakers';
import { FindSessionsByEveryFilter1764000000110 } from './1764000000110-find-sessions-by-every-filter';
import { TellProgrammeChanges1764000000111 } from './1764000000111-tell-programme-changes';
import { KeepInvitationsForUndoing1764000000112 } from './1764000000112-keep-invitations-for-undoing';
import { DropKeysThatNothingLooksUp1764000000113 } from './1764000000113-drop-keys-that-nothing-looks-up';
import { SetRulesOfRegistration1764000000120 } from './1764000000120-set-rules-of-registration';
import { HoldSeats1764000000121 } from './1764000000121-hold-seats';
import { AskQuestions1764000000122 } from './1764000000122-ask-questions';
import { InviteParticipants1764000000123 } from './1764000000123-invite-participants';
import { FindRegistrationsByEveryFilter1764000000140 } from './1764000000140-find-registrations-by-every-filter';
import { MergeParticipants1764000000141 } from './1764000000141-merge-participants';
import { ThreadMailsAndEndNews1764000000150 } from './1764000000150-thread-mails-and-end-news';
import { RememberWhatWasSentAroundASession1764000000151 } from './1764000000151-remember-what-was-sent-around-a-session';
import { WriteToParticipants1764000000152 } from './1764000000152-write-to-participants';
import { HandOutMaterials1764000000160 } from './1764000000160-hand-out-materials';
import { MarkAttendance1764000000161 } from './1764000000161-mark-attendance';
import { IssueCertificates1764000000162 } from './1764000000162-issue-certificates';
import { CollectFeedback1764000000163 } from './1764000000163-collect-feedback';
import { ReadWhatIsHandedOut1764000000164 } from './1764000000164-read-what-is-handed-out';
import { BindLinksToWhatTheyOpen1764000000170 } from './1764000000170-bind-links-to-what-they-open';
import { TakeEachProofOfWorkOnce1764000000171 } from './1764000000171-take-each-proof-of-work-once';
import { AskForANewLink1764000000172 } from './1764000000172-ask-for-a-new-link';
import { TellRegistrationsAfterCommit1764000000180 } from './1764000000180-tell-registrations-after-commit';
import { ForgetWhatErasingLeft1764000000184 } from './1764000000184-forget-what-erasing-left';
import { FreeAddressesNobodyProved1764000000185 } from './1764000000185-free-addresses-nobody-proved';
import { AskForANewAddress1764000000186 } from './1764000000186-ask-for-a-new-address';
import { CallZonesByNamesThatAllKnow1764000000190 } from './1764000000190-call-zones-by-names-that-all-know';
import { TellDaysByAnyClock1764000000191 } from './1764000000191-tell-days-by-any-clock';
import { SayWhichMailsNoLongerHold1764000000192 } from './1764000000192-say-which-mails-no-longer-hold';
import { LookUpEndedSessionsAndUnsentNews1764000000193 } from './1764000000193-look-up-ended-sessions-and-unsent-news';
import { ForgetDaysOfAnonymousFeedback1764000000194 } from './1764000000194-forget-days-of-anonymous-feedback';
import { LetLettersWait1764000000197 } from './1764000000197-let-letters-wait';
import { LookUpWishesByLink1764000000198 } from './1764000000198-look-up-wishes-by-link';
import { SayWhatHoldsNoMore1764000000199 } from './1764000000199-say-what-holds-no-more';
import { PrepareImagesInAWorker1764000000200 } from './1764000000200-prepare-images-in-a-worker';
import { AskForRights1764000000201 } from './1764000000201-ask-for-rights';
import { KeepUploads1764000000202 } from './1764000000202-keep-uploads';
import { ShowPreparedImages1764000000203 } from './1764000000203-show-prepared-images';
import { FindLookAlikes1764000000204 } from './1764000000204-find-look-alikes';
import { FindMediaByEveryFilter1764000000205 } from './1764000000205-find-media-by-every-filter';
import { FindPublishedRecaps1764000000210 } from './1764000000210-find-published-recaps';
import { BringRecapsToReadersInSteps1764000000220 } from './1764000000220-bring-recaps-to-readers-in-steps';
import { AssignRecaps1764000000221 } from './1764000000221-assign-recaps';
import { RememberDraftsOfSessions1764000000222 } from './1764000000222-remember-drafts-of-sessions';
import { CommentOnRecaps1764000000223 } from './1764000000223-comment-on-recaps';
import { ShowRecapsBeforeReadersSeeThem1764000000224 } from './1764000000224-show-recaps-before-readers-see-them';
import { ShowPicturesInTexts1764000000230 } from './1764000000230-show-pictures-in-texts';
import { RememberWhatWasTranslated1764000000231 } from './1764000000231-remember-what-was-translated';
import { CountOverSelections1764000000240 } from './1764000000240-count-over-selections';
import { TellFiguresOfTexts1764000000241 } from './1764000000241-tell-figures-of-texts';
import { KeepFiguresOfRevisions1764000000242 } from './1764000000242-keep-figures-of-revisions';
import { TellChangedFigures1764000000243 } from './1764000000243-tell-changed-figures';
import { FollowTranslations1764000000250 } from './1764000000250-follow-translations';
import { TellReadersOfOutdatedTranslations1764000000251 } from './1764000000251-tell-readers-of-outdated-translations';
import { KeepWhatFilesReplaced1764000000252 } from './1764000000252-keep-what-files-replaced';
import { ImportRecaps1764000000260 } from './1764000000260-import-recaps';
import { RememberWhereRecapsStood1764000000261 } from './1764000000261-remember-where-recaps-stood';
import { FindWordsHoweverTheyAreSet1764000000270 } from './1764000000270-find-words-however-they-are-set';
import { TellWhatReadersSee1764000000280 } from './1764000000280-tell-what-readers-see';
import { FindRecapsOnTheBoard1764000000281 } from './1764000000281-find-recaps-on-the-board';
import { ListPicturesFromTheirIndex1764000000282 } from './1764000000282-list-pictures-from-their-index';
import { IndexMailsOfChangesAlone1764000000283 } from './1764000000283-index-mails-of-changes-alone';
import { TakeAttendanceReports1764000000284 } from './1764000000284-take-attendance-reports';
import { CountWhoCame1764000000285 } from './1764000000285-count-who-came';
import { KeepReportsForFunders1764000000290 } from './1764000000290-keep-reports-for-funders';
import { KeepForSoLong1764000000300 } from './1764000000300-keep-for-so-long';
import { KeepPublishedBreakdowns1764000000301 } from './1764000000301-keep-published-breakdowns';
import { KeepWhatEachReportSays1764000000303 } from './1764000000303-keep-what-each-report-says';
import { HideSmallInReports1764000000304 } from './1764000000304-hide-small-in-reports';

/** In order; one purpose each, never edited after landing. */
export const MIGRATIONS = [
  CreateStaffAndAudit1763900000001,
  CreateTaxonomyAndMedia1763900000002,
  CreateProgramme1763900000003,
  CreateRegistrations1763900000004,
  CreateStatedCounts1763900000005,
  CreateRecaps1763900000006,
  GuardInvariants1763900000007,
  CountFromRows1763900000008,
  ReadWhatIsPublic1763900000009,
  FindAddressesOfARecap1763900000010,
  DescribeMeetingAccess1764000000050,
  CreateJoinLinks1764000000051,
  CreateJoinHints1764000000052,
  HoldBackNews1764000000070,
  RememberBatchesOfSessions1764000000080,
  FindPeopleByCountryAndClock1764000000081,
  KeepWhoEditsAndWhat1764000000090,
  KeepVersionsOfSessions1764000000091,
  InviteSpeakers1764000000100,
  FindAndMergeSpeakers1764000000101,
  FindSessionsByEveryFilter1764000000110,
  TellProgrammeChanges1764000000111,
  KeepInvitationsForUndoing1764000000112,
  DropKeysThatNothingLooksUp1764000000113,
  SetRulesOfRegistration1764000000120,
  HoldSeats1764000000121,
  AskQuestions1764000000122,
  InviteParticipants1764000000123,
  FindRegistrationsByEveryFilter1764000000140,
  MergeParticipants1764000000141,
  ThreadMailsAndEndNews1764000000150,
  RememberWhatWasSentAroundASession1764000000151,
  WriteToParticipants1764000000152,
  HandOutMaterials1764000000160,
  MarkAttendance1764000000161,
  IssueCertificates1764000000162,
  CollectFeedback1764000000163,
  ReadWhatIsHandedOut1764000000164,
  BindLinksToWhatTheyOpen1764000000170,
  TakeEachProofOfWorkOnce1764000000171,
  AskForANewLink1764000000172,
  TellRegistrationsAfterCommit1764000000180,
  ForgetWhatErasingLeft1764000000184,
  FreeAddressesNobodyProved1764000000185,
  AskForANewAddress1764000000186,
  CallZonesByNamesThatAllKnow1764000000190,
  TellDaysByAnyClock1764000000191,
  SayWhichMailsNoLongerHold1764000000192,
  LookUpEndedSessionsAndUnsentNews1764000000193,
  ForgetDaysOfAnonymousFeedback1764000000194,
  LetLettersWait1764000000197,
  LookUpWishesByLink1764000000198,
  SayWhatHoldsNoMore1764000000199,
  PrepareImagesInAWorker1764000000200,
  AskForRights1764000000201,
  KeepUploads1764000000202,
  ShowPreparedImages1764000000203,
  FindLookAlikes1764000000204,
  FindMediaByEveryFilter1764000000205,
  FindPublishedRecaps1764000000210,
  BringRecapsToReadersInSteps1764000000220,
  AssignRecaps1764000000221,
  RememberDraftsOfSessions1764000000222,
  CommentOnRecaps1764000000223,
  ShowRecapsBeforeReadersSeeThem1764000000224,
  ShowPicturesInTexts1764000000230,
  RememberWhatWasTranslated1764000000231,
  CountOverSelections1764000000240,
  TellFiguresOfTexts1764000000241,
  KeepFiguresOfRevisions1764000000242,
  TellChangedFigures1764000000243,
  FollowTranslations1764000000250,
  TellReadersOfOutdatedTranslations1764000000251,
  KeepWhatFilesReplaced1764000000252,
  ImportRecaps1764000000260,
  RememberWhereRecapsStood1764000000261,
  FindWordsHoweverTheyAreSet1764000000270,
  TellWhatReadersSee1764000000280,
  FindRecapsOnTheBoard1764000000281,
  ListPicturesFromTheirIndex1764000000282,
  IndexMailsOfChangesAlone1764000000283,
  TakeAttendanceReports1764000000284,
  CountWhoCame1764000000285,
  KeepReportsForFunders1764000000290,
  KeepForSoLong1764000000300,
  KeepPublishedBreakdowns1764000000301,
  KeepWhatEachReportSays1764000000303,
  HideSmallInReports1764000000304,
];

export { betterRegistration, type LiveRegistration } from './lib/better-registration';
export {
  bulkOutcome,
  capacityFor,
  type BulkFacts,
  type BulkOutcome,
  type MovedTimes,
} from './lib/bulk-changes';
export { agendaLength, agendaTimes, isConsecutive, moveAgendaItem, openingOf } from './lib/agenda-times';
export { emailKey } from './lib/email-key';
export {
  burdenOver,
  dayPartOf,
  fairnessOf,
  sparing,
  suggestSlots,
  type Audience,
  type AudienceBurden,
  type Slot,
  type SlotSearch,
  type SuggestedSlot,
} from './lib/fair-time';
export { joinDoor, joinSituation } from './lib/join-door';
export {
  candidatesOf,
  clockChoiceOf,
  resolveLocalTime,
  wallClockOf,
  type ClockChoice,
  type DoubtfulTime,
  type LocalTime,
} from './lib/local-time';
export { meetingProviderOf, providerOf } from './lib/meeting-provider';
export { canAnswerInvitation, canInvite } from './lib/invitation-states';
export { mergedSpeaker, splitSpeaker, type SpeakerDetails } from './lib/merge-speakers';
export { may, permissionToEdit } from './lib/permissions';
export {
  addDays,
  dayStart,
  isDay,
  mondayOf,
  periodAround,
  stepBy,
  today,
  type Period,
  type PeriodLength,
} from './lib/periods';
export {
  meetingRoomOf,
  programmeConflicts,
  READY_BEFORE_MS,
  type ProgrammeConflict,
  type ProgrammeEntry,
} from './lib/programme-conflicts';
export { invitationCodeKey, invitationPatterns } from './lib/invitation-code';
export { canRegister, canWait, registrationPhase, type RegistrationWindow } from './lib/registration-phase';
export {
  canCancelAsOrganiser,
  canCancelOwnRegistration,
  canSeatsChange,
  isLiveRegistration,
  isToldWhereToJoin,
  TOLD_REGISTRATION_STATES,
  type SessionMoment,
} from './lib/registration-states';
export { canHaveCapacity, freeSeats, promotions, seatFor, type SeatCount } from './lib/seats';
export { canBeQuiet, mayBeNews, sessionNews } from './lib/session-news';
export {
  batchSlugs,
  batchSlugStem,
  batchTitle,
  clockShift,
  offsetChange,
  plannedDates,
  type PlannedDate,
} from './lib/session-batch';
export {
  exactInstant,
  isMove,
  nudged,
  revisionTo,
  shifted,
  startingAt,
  timesAfter,
  wayBack,
  type NewTime,
  type Revision,
} from './lib/session-moves';
export {
  canCancelSession,
  canHoldSession,
  canMoveSession,
  canPublishSession,
  canWithdrawSession,
  sessionGaps,
  type SessionFacts,
  type SessionVerdict,
} from './lib/session-states';
export { slugFrom } from './lib/slug';
export { statedDifference } from './lib/stated-difference';
export { textDifference, type TextPart } from './lib/text-difference';
export {
  documentChanges,
  ORDER,
  pathKey,
  settle,
  threeWayMerge,
  valueAt,
  type DocumentChange,
  type DocumentPath,
  type MergeConflict,
  type MergeRules,
} from './lib/three-way-merge';
export {
  canHaveCertificate,
  canHaveMaterials,
  canMarkAttendance,
  feedbackEnd,
  feedbackPhase,
  type CertificateSituation,
  type FollowedSession,
} from './lib/follow-up';
export { isTimeZone } from './lib/time-zones';

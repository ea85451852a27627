export { MeetingAccessEditor } from './lib/meeting-access';
export { emptyDialIn, meetingForm, meetingSchema, saveMeeting, type MeetingForm } from './lib/meeting-form';
export {
  agendaParts,
  emptyAgendaItem,
  emptyContribution,
  emptySession,
  moveContribution,
  saveSession,
  sessionForm,
  sessionSchema,
  type AgendaItemForm,
  type ContributionForm,
  type PartOfAgenda,
  type SessionForm,
} from './lib/session-form';
export { SessionFieldWords, WHEN_IS_ONE, type Names } from './lib/session-field-words';
export {
  agendaKindWords,
  roleWords,
  sessionKindWords,
  sessionStateTone,
  sessionStateWords,
} from './lib/session-words';
export { typedSessionOf } from './lib/typed-session';
export { instantOf, minutesBetween } from './lib/zone-clock';

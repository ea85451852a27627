export { MeetingAccessEditor } from './lib/meeting-access';
export { meetingForm, meetingSchema, saveMeeting } from './lib/meeting-form';
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
export { agendaKindWords, roleWords, sessionStateTone, sessionStateWords } from './lib/session-words';
export { typedSessionOf } from './lib/typed-session';
export { instantOf, minutesBetween } from './lib/zone-clock';
export { ClockQuestion } from './lib/clock-question';
export { type TypedTimes } from './lib/clock-question';
export { MoveDialog } from './lib/move-dialog';
export { type MoveAnswer } from './lib/move-dialog';
export { type MoveQuestion } from './lib/move-dialog';
export { SeatsBar } from './lib/seats-bar';
export { OpenTimeChoice, type OpenTime } from './lib/open-time-choice';
export { localOf } from './lib/zone-clock';
export { SessionNav } from './lib/session-nav';

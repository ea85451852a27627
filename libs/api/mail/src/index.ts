export {
  calendarFile,
  calendarUid,
  type CalendarEvent,
  type CalendarFile,
  type CalendarMethod,
} from './lib/calendar/calendar-file';
export { MailWorker } from './lib/delivery/mail-worker';
export { MailModule } from './lib/mail.module';
export {
  DELIVER_HELD_MAIL_JOB,
  DELIVER_MAIL_JOB,
  Outbox,
  type Mail,
  type MailedNews,
} from './lib/outbox/outbox';
export {
  newsReader,
  SessionNewsMessages,
  type NewsMessage,
  type UnsentNews,
} from './lib/outbox/session-news.repository';
export type { MailTemplate, MailTemplates } from './lib/templates';
export type { AddedSentence, MailSession, MeetingForSeat, NewsFor } from './lib/templates/mail-content';
export { senderOf } from './lib/delivery/sender';
export type { MailPart } from './lib/templates/speaker-invited';
export { noJoinAddress, sessionsInWords } from './lib/templates/in-words';
export { renderMail, type RenderedMail } from './lib/templates';

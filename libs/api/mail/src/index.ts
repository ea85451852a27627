export {
  calendarFile,
  calendarUid,
  type CalendarEvent,
  type CalendarFile,
  type CalendarMethod,
} from './lib/calendar/calendar-file';
export { MailWorker } from './lib/delivery/mail-worker';
export { MailModule } from './lib/mail.module';
export { DELIVER_MAIL_JOB, Outbox, type Mail } from './lib/outbox/outbox';
export type { MailTemplate, MailTemplates } from './lib/templates';
export { senderOf } from './lib/delivery/sender';
export type { MailSession, MeetingForSeat } from './lib/templates/mail-content';
export type { MailPart } from './lib/templates/speaker-invited';

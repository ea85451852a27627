export {
  calendarFile,
  calendarUid,
  type CalendarEvent,
  type CalendarFile,
  type CalendarMethod,
} from './lib/calendar/calendar-file';

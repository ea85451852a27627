import type { SessionPage } from '@reihe/shared-contracts';

type Appointment = Pick<SessionPage, 'title' | 'startsAt' | 'endsAt'>;

/** `20261126T080000Z`, as calendars write instants. */
function basicInstant(instant: string): string {
  return new Date(instant).toISOString().replace(/[-:]|\.\d{3}/g, '');
}

/** Opens Google's form, filled in. The place is the public page: the meeting link is told to the confirmed alone. */
export function googleCalendarLink({ title, startsAt, endsAt }: Appointment, page: string): string {
  const address = new URL('https://calendar.google.com/calendar/render');
  address.search = new URLSearchParams({
    action: 'TEMPLATE',
    text: title,
    dates: `${basicInstant(startsAt)}/${basicInstant(endsAt)}`,
    details: page,
    location: page,
  }).toString();
  return address.href;
}

/** The same for Outlook on the web. */
export function outlookCalendarLink({ title, startsAt, endsAt }: Appointment, page: string): string {
  const address = new URL('https://outlook.office.com/calendar/deeplink/compose');
  address.search = new URLSearchParams({
    path: '/calendar/action/compose',
    rru: 'addevent',
    subject: title,
    startdt: new Date(startsAt).toISOString(),
    enddt: new Date(endsAt).toISOString(),
    body: page,
    location: page,
  }).toString();
  return address.href;
}

import type { Language } from './languages';

/** Every route of the API hangs under this. */
export const API_BASE = '/api/v1';

/** Public addresses, stable: mails, feeds, calendars and search engines hold on to them. */
export const publicPaths = {
  home: (language: Language) => `/${language}`,
  series: (language: Language, slug: string) => `/${language}/series/${slug}`,
  session: (language: Language, slug: string) => `/${language}/sessions/${slug}`,
  recaps: (language: Language) => `/${language}/recaps`,
  recap: (language: Language, slug: string) => `/${language}/recaps/${slug}`,
  /** `sessions` as repeated query keys: `?session=a&session=b`. */
  register: (language: Language) => `/${language}/register`,
  checkYourMail: (language: Language) => `/${language}/register/check-your-mail`,
  confirm: (language: Language, token: string) => `/${language}/register/confirm/${token}`,
  manage: (language: Language, token: string) => `/${language}/register/manage/${token}`,
  /** The short address that mails and calendars hold; leads to `joinPage` in the person's language. */
  join: (token: string) => `/join/${token}`,
  joinPage: (language: Language, token: string) => `/${language}/join/${token}`,
  joinCalendar: (token: string) => `/join/${token}/session.ics`,
  speaker: (language: Language, token: string) => `/${language}/speakers/${token}`,
  unsubscribe: (language: Language, token: string) => `/${language}/unsubscribe/${token}`,
  privacy: (language: Language) => `/${language}/privacy`,
  recapFeed: (language: Language) => `/feeds/recaps.${language}.xml`,
  seriesCalendar: (slug: string) => `/calendar/series/${slug}.ics`,
  sessionCalendar: (slug: string) => `/calendar/sessions/${slug}.ics`,
  admin: '/admin',
} as const;

/** Cookie and header of the CSRF token: readable by the admin, checked by the API. */
export const CSRF_COOKIE = 'XSRF-TOKEN';
export const CSRF_HEADER = 'X-XSRF-TOKEN';

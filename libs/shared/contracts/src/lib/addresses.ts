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
  privacy: (language: Language) => `/${language}/privacy`,
  recapFeed: (language: Language) => `/feeds/recaps.${language}.xml`,
  seriesCalendar: (slug: string) => `/calendar/series/${slug}.ics`,
  sessionCalendar: (slug: string) => `/calendar/sessions/${slug}.ics`,
  admin: '/admin',
} as const;

/** API paths below API_BASE, one place for clients and specs. `:x` parts are filled by the functions. */
export const apiPaths = {
  signIn: '/auth/sign-in',
  signOut: '/auth/sign-out',
  me: '/auth/me',
  accounts: '/accounts',
  account: (id: string) => `/accounts/${id}`,
  audit: '/audit',
  series: '/series',
  oneSeries: (id: string) => `/series/${id}`,
  publishSeries: (id: string) => `/series/${id}/publish`,
  sessions: '/sessions',
  session: (id: string) => `/sessions/${id}`,
  publishSession: (id: string) => `/sessions/${id}/publish`,
  holdSession: (id: string) => `/sessions/${id}/hold`,
  cancelSession: (id: string) => `/sessions/${id}/cancel`,
  previewChange: (sessionId: string) => `/sessions/${sessionId}/changes/preview`,
  previewCancellation: (sessionId: string) => `/sessions/${sessionId}/cancel/preview`,
  pendingChange: (sessionId: string) => `/sessions/${sessionId}/changes/pending`,
  undoChange: (sessionId: string, changeId: string) => `/sessions/${sessionId}/changes/${changeId}/undo`,
  speakers: '/speakers',
  speaker: (id: string) => `/speakers/${id}`,
  categories: '/categories',
  category: (id: string) => `/categories/${id}`,
  regions: '/regions',
  region: (id: string) => `/regions/${id}`,
  sessionRegistrations: (sessionId: string) => `/sessions/${sessionId}/registrations`,
  cancelRegistrationByStaff: (id: string) => `/registrations/${id}/cancel`,
  eraseParticipant: (id: string) => `/participants/${id}`,
  register: '/registrations',
  confirmation: '/registrations/confirmation',
  confirm: '/registrations/confirm',
  myRegistrations: '/registrations/mine',
  cancelMine: '/registrations/mine/cancel',
  sessionCounts: (sessionId: string) => `/sessions/${sessionId}/counts`,
  seriesCounts: (seriesId: string) => `/series/${seriesId}/counts`,
  seriesFigures: (seriesId: string) => `/series/${seriesId}/figures`,
  statedCount: (id: string) => `/counts/${id}`,
  recaps: '/recaps',
  recap: (id: string) => `/recaps/${id}`,
  recapFromSession: (sessionId: string) => `/recaps/from-session/${sessionId}`,
  submitRecap: (id: string) => `/recaps/${id}/submit`,
  sendBackRecap: (id: string) => `/recaps/${id}/send-back`,
  publishRecap: (id: string) => `/recaps/${id}/publish`,
  archiveRecap: (id: string) => `/recaps/${id}/archive`,
  restoreRevision: (id: string, number: number) => `/recaps/${id}/revisions/${number}/restore`,
  media: '/media',
  oneMedia: (id: string) => `/media/${id}`,
  outbox: '/outbox',
  outboxStatus: '/outbox/status',
  outboxMessage: (id: string) => `/outbox/${id}`,
  retryMessage: (id: string) => `/outbox/${id}/retry`,
  homePage: '/pages/home',
  seriesPage: (slug: string) => `/pages/series/${slug}`,
  sessionPage: (slug: string) => `/pages/sessions/${slug}`,
  recapsPage: '/pages/recaps',
  recapPage: (slug: string) => `/pages/recaps/${slug}`,
  programme: '/programme/sessions',
} as const;

/** Cookie and header of the CSRF token: readable by the admin, checked by the API. */
export const CSRF_COOKIE = 'XSRF-TOKEN';
export const CSRF_HEADER = 'X-XSRF-TOKEN';

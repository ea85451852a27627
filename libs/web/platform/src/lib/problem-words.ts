import type { ProblemCode } from '@reihe/shared-contracts';
import { isNoPage, type Failure } from './problems';

/** What happened and what to do next, in the page's language. */
export function failureWords(failure: Failure): string {
  switch (failure.kind) {
    case 'problem':
      return problemWords(failure.problem.code);
    case 'offline':
      return $localize`:@@web.problem.offline:The server cannot be reached. Check your connection and try again.`;
    case 'unknown':
      return problemWords('server.error');
  }
}

/** Title of a page that cannot be shown. */
export function failureHeading(failure: Failure): string {
  if (isNoPage(failure)) return $localize`:@@web.failure.missing:There is no page here`;
  return failure.kind === 'offline'
    ? $localize`:@@web.failure.offline:No connection`
    : $localize`:@@web.failure.broken:This page cannot be shown right now`;
}

/** Without a default on purpose: a new code does not compile until it has its words. */
export function problemWords(code: ProblemCode): string {
  switch (code) {
    case 'request.invalid':
      return $localize`:@@web.problem.request-invalid:Some entries are missing or not right. Please check the marked fields.`;
    case 'request.too-large':
      return $localize`:@@web.problem.request-too-large:That is too large to send. Please make it smaller.`;
    case 'request.too-many':
      return $localize`:@@web.problem.request-too-many:Too many tries in a short time. Please wait a minute and try again.`;
    case 'request.not-found':
      return $localize`:@@web.problem.request-not-found:There is nothing at this address.`;
    case 'request.csrf':
      return $localize`:@@web.problem.request-csrf:This page has been open for too long. Reload it and try again.`;
    case 'server.error':
      return $localize`:@@web.problem.server-error:Something went wrong on our side. Please try again in a moment.`;
    case 'server.busy':
      return $localize`:@@web.problem.server-busy:The server is very busy. Please try again in a moment.`;
    case 'auth.required':
      return $localize`:@@web.problem.auth-required:Please sign in first.`;
    case 'auth.failed':
      return $localize`:@@web.problem.auth-failed:E-mail address or password is not right.`;
    case 'auth.forbidden':
      return $localize`:@@web.problem.auth-forbidden:Your account may not do this. Ask an administrator.`;
    case 'version.outdated':
      return $localize`:@@web.problem.version-outdated:Somebody else changed this in the meantime. Look at the newer version before you save.`;
    case 'series.not-found':
      return $localize`:@@web.problem.series-not-found:This series does not exist.`;
    case 'series.slug-taken':
    case 'session.slug-taken':
    case 'recap.slug-taken':
      return $localize`:@@web.problem.slug-taken:This address is already in use. Please choose another one.`;
    case 'series.slug-fixed':
    case 'session.slug-fixed':
      return $localize`:@@web.problem.slug-fixed:The address of something published stays as it is.`;
    case 'series.has-sessions':
      return $localize`:@@web.problem.series-has-sessions:This series still has sessions.`;
    case 'session.not-found':
      return $localize`:@@web.problem.session-not-found:This session does not exist.`;
    case 'session.wrong-state':
      return $localize`:@@web.problem.session-wrong-state:The session is no longer in a state that allows this. Reload to see where it stands.`;
    case 'session.incomplete':
      return $localize`:@@web.problem.session-incomplete:The session is not complete enough to be published.`;
    case 'session.capacity-below-confirmed':
      return $localize`:@@web.problem.session-capacity:More people are already confirmed than that.`;
    case 'session.undo-too-late':
      return $localize`:@@web.problem.session-undo-too-late:It is too late to undo this: people have been told, or are being told right now. Change the session again, and they hear of that too.`;
    case 'time.nonexistent':
      return $localize`:@@web.problem.time-nonexistent:The clocks are moved forward then: this time does not exist in that zone.`;
    case 'time.ambiguous':
      return $localize`:@@web.problem.time-ambiguous:The clocks are moved back then: this time exists twice. Say which of the two is meant.`;
    case 'speaker.not-found':
      return $localize`:@@web.problem.speaker-not-found:This speaker does not exist.`;
    case 'speaker.in-use':
      return $localize`:@@web.problem.speaker-in-use:This speaker still has a part in a session.`;
    case 'taxonomy.not-found':
      return $localize`:@@web.problem.taxonomy-not-found:This region or category does not exist.`;
    case 'taxonomy.in-use':
      return $localize`:@@web.problem.taxonomy-in-use:This region or category is still in use.`;
    case 'registration.not-open':
      return $localize`:@@web.problem.registration-not-open:Registration for this session is not open.`;
    case 'registration.not-found':
      return $localize`:@@web.problem.registration-not-found:This registration does not exist.`;
    case 'registration.link-expired':
      return $localize`:@@web.problem.link-expired:This link has expired. Please register again to get a new one.`;
    case 'registration.link-unknown':
      return $localize`:@@web.problem.link-unknown:This link is not known. Open it again from the latest e-mail, or register once more.`;
    case 'registration.link-used':
      return $localize`:@@web.problem.link-used:This link has been used already. The e-mail that came after it has the link to your registrations.`;
    case 'registration.wrong-state':
      return $localize`:@@web.problem.registration-wrong-state:This registration has changed in the meantime. Reload to see where it stands.`;
    case 'recap.not-found':
      return $localize`:@@web.problem.recap-not-found:This recap does not exist.`;
    case 'recap.wrong-state':
      return $localize`:@@web.problem.recap-wrong-state:The recap is no longer in a state that allows this. Reload to see where it stands.`;
    case 'recap.incomplete':
      return $localize`:@@web.problem.recap-incomplete:Something is still missing before this recap can be published.`;
    case 'recap.document-invalid':
      return $localize`:@@web.problem.recap-document:The text holds something that cannot be stored. Undo the last change and save again.`;
    case 'media.not-found':
      return $localize`:@@web.problem.media-not-found:This image does not exist.`;
    case 'media.unsupported':
      return $localize`:@@web.problem.media-unsupported:This kind of file cannot be used. Please choose a JPEG, PNG, WebP or AVIF image.`;
    case 'media.broken':
      return $localize`:@@web.problem.media-broken:This image cannot be read. Please save it anew and try again.`;
    case 'media.in-use':
      return $localize`:@@web.problem.media-in-use:This image is still in use.`;
    case 'account.not-found':
      return $localize`:@@web.problem.account-not-found:This account does not exist.`;
    case 'account.email-taken':
      return $localize`:@@web.problem.account-email-taken:An account with this e-mail address exists already.`;
    case 'account.last-administrator':
      return $localize`:@@web.problem.account-last-administrator:There must be at least one active administrator.`;
    case 'participant.not-found':
      return $localize`:@@web.problem.participant-not-found:This participant does not exist.`;
    case 'outbox.not-found':
      return $localize`:@@web.problem.outbox-not-found:This message does not exist.`;
    case 'outbox.wrong-state':
      return $localize`:@@web.problem.outbox-wrong-state:This message has been sent already.`;
    case 'count.not-found':
      return $localize`:@@web.problem.count-not-found:This number does not exist.`;
  }
}

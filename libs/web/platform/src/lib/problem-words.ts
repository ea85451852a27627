import { isNoPage, type Failure } from './problems';

/** What readers and participants can be told. All other codes are for staff, whose words no reader loads. */
export type ReaderProblemCode =
  | 'request.invalid'
  | 'request.too-large'
  | 'request.too-many'
  | 'request.not-found'
  | 'request.csrf'
  | 'server.error'
  | 'server.busy'
  | 'auth.required'
  | 'version.outdated'
  | 'series.not-found'
  | 'session.not-found'
  | 'registration.not-open'
  | 'registration.not-found'
  | 'registration.link-expired'
  | 'registration.link-unknown'
  | 'registration.link-used'
  | 'registration.wrong-state'
  | 'recap.not-found'
  | 'participant.not-found';

/** A newer server may refuse with a code that has no words here. */
export type WordsOfCode = (code: string) => string | undefined;

/** What happened and what to do next, in the page's language; in general words where the code is one for staff. */
export function failureWords(failure: Failure): string {
  return wordsOf(failure, problemWords as WordsOfCode);
}

/** `wordsFor` says what the API's refusal means; where it says nothing, general words do. */
export function wordsOf(failure: Failure, wordsFor: WordsOfCode): string {
  switch (failure.kind) {
    case 'problem':
      return wordsFor(failure.problem.code) ?? problemWords('server.error');
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

/** Without a default on purpose: what is new to readers does not compile until it has its words. */
export function problemWords(code: ReaderProblemCode): string {
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
    case 'version.outdated':
      return $localize`:@@web.problem.version-outdated:Somebody else changed this in the meantime. Look at the newer version before you save.`;
    case 'series.not-found':
      return $localize`:@@web.problem.series-not-found:This series does not exist.`;
    case 'session.not-found':
      return $localize`:@@web.problem.session-not-found:This session does not exist.`;
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
    case 'participant.not-found':
      return $localize`:@@web.problem.participant-not-found:This participant does not exist.`;
  }
}

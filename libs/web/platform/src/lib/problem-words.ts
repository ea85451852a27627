import { isNoPage, type Failure } from './problems';

/** What every reader can be told: a page that is missing has words of its own. Those for participants and staff are in web/forms, which no page to read loads. */
export type ReaderProblemCode = 'request.too-many' | 'request.not-found' | 'server.error' | 'server.busy';

/** A newer server may refuse with a code that has no words here. */
export type WordsOfCode = (code: string) => string | undefined;

/** What happened and what to do next, in the page's language; in general words where the code is one for participants or staff. */
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
    case 'request.too-many':
      return $localize`:@@web.problem.request-too-many:Too many tries in a short time. Please wait a minute and try again.`;
    case 'request.not-found':
      return $localize`:@@web.problem.request-not-found:There is nothing at this address.`;
    case 'server.error':
      return $localize`:@@web.problem.server-error:Something went wrong on our side. Please try again in a moment.`;
    case 'server.busy':
      return $localize`:@@web.problem.server-busy:The server is very busy. Please try again in a moment.`;
  }
}

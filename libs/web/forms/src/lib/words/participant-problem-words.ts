import {
  problemWords,
  wordsOf,
  type Failure,
  type ReaderProblemCode,
  type WordsOfCode,
} from '@reihe/web-platform';

/** What only those meet who send a form, or open a link of their own; it comes with those pages. */
export type ParticipantProblemCode =
  | ReaderProblemCode
  | 'recap.not-found'
  | 'session.not-found'
  | 'series.not-found'
  | 'version.outdated'
  | 'auth.required'
  | 'request.csrf'
  | 'request.too-large'
  | 'request.invalid'
  | 'registration.not-open'
  | 'registration.not-found'
  | 'registration.link-expired'
  | 'registration.link-unknown'
  | 'registration.link-used'
  | 'registration.wrong-state'
  | 'participant.not-found'
  | 'invitation.link-unknown'
  | 'invitation.link-expired'
  | 'invitation.wrong-state'
  | 'media.unsupported'
  | 'media.broken'
  | 'feedback.closed'
  | 'feedback.given'
  | 'feedback.link-unknown'
  | 'certificate.not-ready';

/** What happened and what to do next, in words for participants and speakers. */
export function participantFailureWords(failure: Failure): string {
  return wordsOf(failure, participantProblemWords as WordsOfCode);
}

/** A new code does not compile until it has its words: here, or among those for readers. */
export function participantProblemWords(code: ParticipantProblemCode): string {
  switch (code) {
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
    case 'participant.not-found':
      return $localize`:@@web.problem.participant-not-found:This participant does not exist.`;
    case 'request.invalid':
      return $localize`:@@web.problem.request-invalid:Some entries are missing or not right. Please check the marked fields.`;
    case 'request.too-large':
      return $localize`:@@web.problem.request-too-large:That is too large to send. Please make it smaller.`;
    case 'request.csrf':
      return $localize`:@@web.problem.request-csrf:This page has been open for too long. Reload it and try again.`;
    case 'auth.required':
      return $localize`:@@web.problem.auth-required:Please sign in first.`;
    case 'version.outdated':
      return $localize`:@@web.problem.version-outdated:Somebody else changed this in the meantime. Look at the newer version before you save.`;
    case 'series.not-found':
      return $localize`:@@web.problem.series-not-found:This series does not exist.`;
    case 'session.not-found':
      return $localize`:@@web.problem.session-not-found:This session does not exist.`;
    case 'recap.not-found':
      return $localize`:@@web.problem.recap-not-found:This recap does not exist.`;
    case 'invitation.link-unknown':
      return $localize`:@@web.problem.invitation-link-unknown:This link is not known. Open it again from the latest e-mail, or write to the organisers.`;
    case 'invitation.link-expired':
      return $localize`:@@web.problem.invitation-link-expired:This link has expired. The organisers can send you a new one.`;
    case 'invitation.wrong-state':
      return $localize`:@@web.problem.invitation-wrong-state:This invitation has changed in the meantime, or the session is over. Reload to see where it stands.`;
    case 'media.unsupported':
      return $localize`:@@web.problem.media-unsupported:This kind of file cannot be used. Please choose a JPEG, PNG, WebP or AVIF image.`;
    case 'media.broken':
      return $localize`:@@web.problem.media-broken:This image cannot be read. Please save it anew and try again.`;
    case 'feedback.closed':
      return $localize`:@@web.problem.feedback-closed:Feedback on this session can no longer be given.`;
    case 'feedback.given':
      return $localize`:@@web.problem.feedback-given:You have given your feedback anonymously already. Only the address that was shown then leads back to it.`;
    case 'feedback.link-unknown':
      return $localize`:@@web.problem.feedback-link-unknown:No feedback is known at this address.`;
    case 'certificate.not-ready':
      return $localize`:@@web.problem.certificate-not-ready:There is no certificate for you here: the organisers mark who came, or have taken it back.`;
    default:
      return problemWords(code);
  }
}

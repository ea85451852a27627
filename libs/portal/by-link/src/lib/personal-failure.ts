import type { ProblemCode } from '@reihe/shared-contracts';
import { type Failure } from '@reihe/web-platform';
import { participantFailureWords } from '@reihe/web-forms';

/**
 * What happened on a page behind a personal link. What only speakers meet, or people after a session, is told from here and not with what every reader can be
 * told, which comes with the first page.
 */
export function personalFailureWords(failure: Failure): string {
  const own = failure.kind === 'problem' ? personalWords(failure.problem.code) : null;
  return own ?? participantFailureWords(failure);
}

/** null: a problem that others meet too. */
function personalWords(code: ProblemCode): string | null {
  switch (code) {
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
      return null;
  }
}

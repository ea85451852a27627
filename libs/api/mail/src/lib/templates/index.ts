import type { Language } from '@reihe/shared-contracts';
import { MAIL_WORDS, type MailWords } from '@reihe/api-mail-words';
import { recapPublished, thanks, type RecapPublished, type Thanks } from './after-session';
import { alreadyRegistered, type AlreadyRegistered } from './already-registered';
import {
  emailChange,
  emailChanged,
  emailTaken,
  type EmailChange,
  type EmailChanged,
  type EmailTaken,
} from './email-change';
import type { MailContent, MailReader } from './mail-content';
import { htmlPart, textPart, type MailFrame } from './mail-layout';
import { organiserMessage, type OrganiserMessage } from './organiser-message';
import { mySessionsLink, type MySessionsLink } from './my-sessions-link';
import { promoted, type Promoted } from './promoted';
import { notInvited, type NotInvited } from './not-invited';
import {
  cancelledByOrganiser,
  cancelledByYou,
  declined,
  type RegistrationCancelled,
} from './registration-cancelled';
import {
  recapApproved,
  recapFiguresChanged,
  recapIsPublic,
  recapNotPublished,
  recapReviewAsked,
  recapSentBack,
  type RecapAtDesk,
  type RecapFiguresChanged,
  type RecapIsPublic,
  type RecapNotPublished,
  type RecapSentBack,
} from './recap-desk';
import { registrationConfirm, type RegistrationConfirm } from './registration-confirm';
import { registrationConfirmed, type RegistrationConfirmed } from './registration-confirmed';
import { reminder, type Reminder } from './reminder';
import {
  meetingChanged,
  sessionCancelled,
  sessionMoved,
  type MeetingChanged,
  type SessionCancelled,
  type SessionMoved,
} from './session-changed';
import {
  speakerConfirmed,
  speakerInvited,
  type SpeakerConfirmed,
  type SpeakerInvited,
} from './speaker-invited';

/** Each mail by the name it has in the outbox, and what it needs to know. */
export interface MailTemplates {
  'registration-confirm': RegistrationConfirm;
  'registration-confirmed': RegistrationConfirmed;
  'already-registered': AlreadyRegistered;
  'my-sessions-link': MySessionsLink;
  'email-change': EmailChange;
  'email-taken': EmailTaken;
  'email-changed': EmailChanged;
  promoted: Promoted;
  'cancelled-by-you': RegistrationCancelled;
  'cancelled-by-organiser': RegistrationCancelled;
  declined: RegistrationCancelled;
  'not-invited': NotInvited;
  'session-moved': SessionMoved;
  'meeting-changed': MeetingChanged;
  'session-cancelled': SessionCancelled;
  'speaker-invited': SpeakerInvited;
  'speaker-confirmed': SpeakerConfirmed;
  reminder: Reminder;
  thanks: Thanks;
  'recap-published': RecapPublished;
  'organiser-message': OrganiserMessage;
  'recap-review-asked': RecapAtDesk;
  'recap-sent-back': RecapSentBack;
  'recap-approved': RecapAtDesk;
  'recap-not-published': RecapNotPublished;
  'recap-is-public': RecapIsPublic;
  'recap-figures-changed': RecapFiguresChanged;
}
export type MailTemplate = keyof MailTemplates;

type Compose<Data> = (data: Data, reader: MailReader, words: MailWords) => MailContent;

const COMPOSE: { [T in MailTemplate]: Compose<MailTemplates[T]> } = {
  'registration-confirm': registrationConfirm,
  'registration-confirmed': registrationConfirmed,
  'already-registered': alreadyRegistered,
  'my-sessions-link': mySessionsLink,
  'email-change': emailChange,
  'email-taken': emailTaken,
  'email-changed': emailChanged,
  promoted,
  'cancelled-by-you': cancelledByYou,
  'cancelled-by-organiser': cancelledByOrganiser,
  declined,
  'not-invited': notInvited,
  'session-moved': sessionMoved,
  'meeting-changed': meetingChanged,
  'session-cancelled': sessionCancelled,
  'speaker-invited': speakerInvited,
  'speaker-confirmed': speakerConfirmed,
  reminder,
  thanks,
  'recap-published': recapPublished,
  'organiser-message': organiserMessage,
  'recap-review-asked': recapReviewAsked,
  'recap-sent-back': recapSentBack,
  'recap-approved': recapApproved,
  'recap-not-published': recapNotPublished,
  'recap-is-public': recapIsPublic,
  'recap-figures-changed': recapFiguresChanged,
};

export interface RenderedMail {
  subject: string;
  text: string;
  html: string;
  /** Sessions that it is about, as far as whoever wrote it knows their ids. */
  sessionIds: string[];
}

export function renderMail<T extends MailTemplate>(
  template: T,
  data: MailTemplates[T],
  reader: MailReader & { language: Language },
  frame: Pick<MailFrame, 'host' | 'unsubscribeUrl'>,
): RenderedMail {
  const words = MAIL_WORDS[reader.language];
  const content = COMPOSE[template](data, reader, words);
  const framed = { ...frame, language: reader.language, greeting: greetingOf(reader.name, words), words };
  return {
    subject: content.subject,
    text: textPart(content, framed),
    html: htmlPart(content, framed),
    sessionIds: sessionIdsOf(content),
  };
}

function sessionIdsOf({ blocks, about = [] }: MailContent): string[] {
  const listed = blocks.flatMap((block) => (block.kind === 'sessions' ? block.sessions : []));
  return [...new Set([...about, ...listed.flatMap(({ id }) => id ?? [])])];
}

/**
 * Whoever fills in a form with somebody else's address writes into their mailbox with the name they type: one that is an
 * advertisement with an address in it is not said.
 */
function greetingOf(name: string, words: MailWords): string {
  const isAddress = /:\/\/|@|\bwww\.|[\p{L}\p{N}-]\.[\p{L}]{2,}(?:\/|$)/iu.test(name);
  return name === '' || isAddress ? words.greetingOfAnybody : words.greeting(name);
}

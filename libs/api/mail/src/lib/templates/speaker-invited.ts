import type { ContributionRole } from '@reihe/shared-contracts';
import type { MailWords } from '@reihe/api-mail-words';
import type { MailContent, MailReader, MailSession } from './mail-content';
import { momentOf, sessionLines } from './session-lines';

/** One part in the session; empty texts are left out. */
export interface MailPart {
  role: ContributionRole;
  topic: string;
  /** Title of the agenda's part. */
  part: string;
}

export interface SpeakerInvited {
  session: MailSession;
  parts: MailPart[];
  link: string;
  expiresAt: Date;
  /** Asked before. */
  isAgain: boolean;
}

export function speakerInvited(
  { session, parts, link, expiresAt, isAgain }: SpeakerInvited,
  reader: MailReader,
  words: MailWords,
): MailContent {
  const say = words.speakerInvited;
  return {
    subject: say.subject(session.title),
    footer: words.invitedFooter,
    blocks: [
      { kind: 'text', text: isAgain ? say.again : say.intro },
      {
        kind: 'sessions',
        heading: say.sessions,
        sessions: [
          sessionLines(session, reader, words, { lines: parts.flatMap((part) => partLines(part, words)) }),
        ],
      },
      { kind: 'action', label: say.action, href: link },
      { kind: 'text', text: say.profile },
      { kind: 'note', text: `${say.valid(momentOf(expiresAt, reader, words))} ${words.speakerLinkNote}` },
    ],
  };
}

export interface SpeakerConfirmed {
  session: MailSession;
  parts: MailPart[];
  link: string;
}

export function speakerConfirmed(
  { session, parts, link }: SpeakerConfirmed,
  reader: MailReader,
  words: MailWords,
): MailContent {
  const say = words.speakerConfirmed;
  return {
    subject: say.subject(session.title),
    footer: words.invitedFooter,
    blocks: [
      { kind: 'text', text: say.intro },
      {
        kind: 'sessions',
        heading: say.sessions,
        sessions: [
          sessionLines(session, reader, words, { lines: parts.flatMap((part) => partLines(part, words)) }),
        ],
      },
      { kind: 'note', text: words.calendarNote },
      { kind: 'action', label: say.action, href: link },
      { kind: 'note', text: words.speakerLinkNote },
    ],
  };
}

function partLines({ role, topic, part }: MailPart, words: MailWords): string[] {
  return [
    words.yourRole(words.roles[role]),
    ...(topic ? [words.yourTopic(topic)] : []),
    ...(part ? [words.agendaPart(part)] : []),
  ];
}

import type { MailWords } from '@reihe/api-mail-words';
import type {
  AddedSentence,
  MailBlock,
  MailContent,
  MailReader,
  MailSession,
  MeetingForSeat,
  NewsFor,
} from './mail-content';
import { sessionLines, timeLines } from './session-lines';

interface Meeting {
  /** null for those who wait. */
  meeting: MeetingForSeat | null;
  /** People with a place and speakers get the calendar entry and the link, whoever waits gets neither. */
  hasCalendar: boolean;
  /** Own page; null for speakers, who have none. */
  manageLink: string | null;
}

export interface SessionMoved extends NewsFor, Meeting {
  /** With its new time. */
  session: MailSession;
  previousStartsAt: Date;
  previousEndsAt: Date;
  /** Another link or passcode at the same time. */
  isMeetingNew: boolean;
}

export function sessionMoved(mail: SessionMoved, reader: MailReader, words: MailWords): MailContent {
  const { session, previousStartsAt, previousEndsAt, meeting, roles } = mail;
  const say = words.sessionMoved;
  const previous = { ...session, startsAt: previousStartsAt, endsAt: previousEndsAt };
  const before = timeLines(previous, reader, { ...words, ...words.before });
  const lines = [...before, ...partLines(roles, words)];
  return {
    subject: say.subject(session.title),
    isForSpeaker: roles.length > 0,
    blocks: [
      { kind: 'text', text: roles.length > 0 ? say.speakerIntro : `${say.intro} ${say.keepsSeat}` },
      ...sentenceBlocks(mail.added, words),
      {
        kind: 'sessions',
        heading: words.newTime,
        sessions: [sessionLines(session, reader, words, { meeting, lines })],
      },
      ...(mail.isMeetingNew ? meetingNote(mail, words) : []),
      ...endOf(mail, words),
    ],
  };
}

export interface MeetingChanged extends NewsFor, Meeting {
  session: MailSession;
}

export function meetingChanged(mail: MeetingChanged, reader: MailReader, words: MailWords): MailContent {
  const { session, meeting, roles } = mail;
  const say = words.meetingChanged;
  const lines = partLines(roles, words);
  return {
    subject: say.subject(session.title),
    isForSpeaker: roles.length > 0,
    blocks: [
      { kind: 'text', text: roles.length > 0 ? say.speakerIntro : say.intro },
      ...sentenceBlocks(mail.added, words),
      {
        kind: 'sessions',
        heading: say.sessions,
        sessions: [sessionLines(session, reader, words, { meeting, lines })],
      },
      ...meetingNote(mail, words),
      ...endOf(mail, words),
    ],
  };
}

export interface SessionCancelled extends NewsFor {
  /** With the time that the reader knew. */
  session: MailSession;
  /** As the organisers typed it. */
  reason: string;
}

export function sessionCancelled(mail: SessionCancelled, reader: MailReader, words: MailWords): MailContent {
  const { session, reason, roles, added } = mail;
  const say = words.sessionCancelled;
  const lines = partLines(roles, words);
  return {
    subject: say.subject(session.title),
    isForSpeaker: roles.length > 0,
    blocks: [
      { kind: 'text', text: roles.length > 0 ? say.speakerIntro : say.intro },
      { kind: 'quote', text: reason },
      ...(added ? [{ kind: 'quote' as const, ...added }] : []),
      {
        kind: 'sessions',
        heading: say.sessions,
        sessions: [sessionLines(session, reader, words, { lines })],
      },
    ],
  };
}

function sentenceBlocks(added: AddedSentence | null, words: MailWords): MailBlock[] {
  if (!added) return [];
  return [
    { kind: 'text', text: words.organisersWrite },
    { kind: 'quote', ...added },
  ];
}

function partLines(roles: NewsFor['roles'], words: MailWords): string[] {
  return roles.length > 0 ? [words.yourPart(roles.map((role) => words.roles[role]).join(', '))] : [];
}

function meetingNote({ meeting }: Meeting, words: MailWords): MailBlock[] {
  return meeting ? [{ kind: 'text', text: words.meetingChanged.note }] : [];
}

function endOf({ hasCalendar, manageLink }: Meeting, words: MailWords): MailBlock[] {
  return [
    ...(hasCalendar ? [{ kind: 'note' as const, text: words.calendarNote }] : []),
    ...(manageLink === null
      ? []
      : [
          { kind: 'action' as const, label: words.manage, href: manageLink },
          { kind: 'note' as const, text: words.manageNote },
        ]),
  ];
}

import type { MailWords } from '@reihe/api-mail-words';
import type { MailBlock, MailContent, MailReader, MailSession } from './mail-content';
import { sessionLines } from './session-lines';

export interface Thanks {
  session: MailSession;
  /** Absolute addresses; null: there is none. */
  recap: string | null;
  materials: string | null;
  feedback: string | null;
  certificate: string | null;
  /** There is none yet, and news of it will come. */
  hasRecapToCome: boolean;
}

export function thanks(mail: Thanks, reader: MailReader, words: MailWords): MailContent {
  const { session, recap, materials, feedback, certificate, hasRecapToCome } = mail;
  const say = words.thanks;
  return {
    subject: say.subject(session.title),
    blocks: [
      { kind: 'text', text: say.intro },
      { kind: 'sessions', heading: say.sessions, sessions: [sessionLines(session, reader, words)] },
      ...wayTo(feedback, say.feedback),
      ...wayTo(recap, say.recap),
      ...wayTo(materials, say.materials),
      ...wayTo(certificate, say.certificate),
      ...(hasRecapToCome ? [{ kind: 'note' as const, text: say.recapFollows }] : []),
    ],
  };
}

export interface RecapPublished {
  title: string;
  lead: string;
  /** Absolute. */
  link: string;
  /** That the reader had a place in. */
  sessions: MailSession[];
}

export function recapPublished(mail: RecapPublished, reader: MailReader, words: MailWords): MailContent {
  const { title, lead, link, sessions } = mail;
  const say = words.recapPublished;
  return {
    subject: say.subject(title),
    blocks: [
      { kind: 'text', text: say.intro },
      { kind: 'quote', text: lead === '' ? title : `${title}\n${lead}` },
      { kind: 'action', label: say.action, href: link },
      {
        kind: 'sessions',
        heading: say.sessions,
        sessions: sessions.map((session) => sessionLines(session, reader, words)),
      },
    ],
  };
}

function wayTo(href: string | null, label: string): MailBlock[] {
  return href === null ? [] : [{ kind: 'action', label, href }];
}

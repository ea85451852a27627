import type { MailWords } from '@reihe/api-mail-words';
import type { MailContent, MailReader, MailSession } from './mail-content';
import { sessionLines } from './session-lines';

export interface NotInvited {
  sessions: MailSession[];
}

export function notInvited({ sessions }: NotInvited, reader: MailReader, words: MailWords): MailContent {
  const say = words.notInvited;
  return {
    subject: say.subject,
    blocks: [
      { kind: 'text', text: say.intro },
      {
        kind: 'sessions',
        heading: say.sessions,
        sessions: sessions.map((session) => sessionLines(session, reader, words)),
      },
      { kind: 'text', text: say.ask },
    ],
  };
}

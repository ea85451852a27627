import type { MailWords } from '@reihe/api-mail-words';
import type { MailContent, MailReader } from './mail-content';

export interface MySessionsLink {
  manageLink: string;
}

export function mySessionsLink(
  { manageLink }: MySessionsLink,
  _reader: MailReader,
  words: MailWords,
): MailContent {
  const say = words.mySessionsLink;
  return {
    subject: say.subject,
    blocks: [
      { kind: 'text', text: say.intro },
      { kind: 'action', label: words.manage, href: manageLink },
      { kind: 'note', text: words.manageNote },
      { kind: 'note', text: say.ignore },
    ],
  };
}

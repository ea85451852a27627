import type { MailWords } from '@reihe/api-mail-words';
import type { MailContent, MailReader } from './mail-content';
import { momentOf } from './session-lines';

/** To an address that somebody wants to use from now on: proves it. */
export interface EmailChange {
  link: string;
  expiresAt: Date;
}

/** To an address that is another person's already: opens nothing. */
export type EmailTaken = Record<string, never>;

/** To the address that was used until now: opens nothing, for whoever reads it need not be the person any more. */
export type EmailChanged = Record<string, never>;

export function emailChange(
  { link, expiresAt }: EmailChange,
  reader: MailReader,
  words: MailWords,
): MailContent {
  const say = words.emailChange;
  return {
    subject: say.subject,
    footer: say.footer,
    blocks: [
      { kind: 'text', text: say.intro },
      { kind: 'action', label: say.action, href: link },
      { kind: 'note', text: say.valid(momentOf(expiresAt, reader, words)) },
      { kind: 'note', text: say.ignore },
    ],
  };
}

export function emailTaken(_data: EmailTaken, _reader: MailReader, words: MailWords): MailContent {
  const say = words.emailTaken;
  return {
    subject: say.subject,
    blocks: [
      { kind: 'text', text: say.intro },
      { kind: 'text', text: say.ask },
      { kind: 'note', text: say.ignore },
    ],
  };
}

export function emailChanged(_data: EmailChanged, _reader: MailReader, words: MailWords): MailContent {
  const say = words.emailChanged;
  return {
    subject: say.subject,
    footer: say.footer,
    blocks: [
      { kind: 'text', text: say.intro },
      { kind: 'text', text: say.ask },
    ],
  };
}

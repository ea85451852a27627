export { MAIL_WORDS } from './lib/languages';
export type { MailWords } from './lib/mail-words';

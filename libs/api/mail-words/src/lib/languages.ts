import type { Language } from '@reihe/shared-contracts';
import { de } from './de';
import { en } from './en';
import { es } from './es';
import { fr } from './fr';
import type { MailWords } from './mail-words';

export const MAIL_WORDS: Record<Language, MailWords> = { en, de, es, fr };

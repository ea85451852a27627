import type { TermOption } from './term-choice';
import type { Formats } from '@reihe/web-platform';

/** Working languages offered first; a session may hold others, which are then offered too. */
const OFFERED = ['en', 'de', 'es', 'fr', 'pt', 'ar', 'hi', 'id', 'ru', 'sw', 'tr', 'uk', 'vi', 'zh'];

export function languageOptions(formats: Formats, chosen: readonly string[]): TermOption[] {
  return [...new Set([...OFFERED, ...chosen])].map((tag) => ({ id: tag, name: formats.languageName(tag) }));
}

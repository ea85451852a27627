import { domainToASCII } from 'node:url';

/**
 * Nobody types these, and each makes one text look like another: control characters, what turns the direction of all that follows
 * (an embedding, an override, an isolate), and what has no width at all. Line breaks and tabs stay; so do the joiners of U+200C and
 * U+200D, which Persian, Hindi and emoji need, and the marks of direction, which only settle a single place.
 */
const UNWANTED =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u180e\u200b\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]/gu;
/** Something that is seen: a letter, digit, sign or symbol. */
const SEEN = /(?!\p{DI})[\p{L}\p{N}\p{P}\p{S}]/u;

/**
 * What somebody typed as it is stored: one form of each character (NFC), trimmed; empty where nothing of it can be seen. Half a
 * character, which no form sends and no JSON of the database takes, shows as one that is missing.
 */
export function cleanText(typed: string): string {
  const clean = typed.toWellFormed().normalize('NFC').replace(/\r\n?/g, '\n').replace(UNWANTED, '').trim();
  return SEEN.test(clean) ? clean : '';
}

/** The texts of an answer as they are stored; everything else is judged by its question. */
export function cleanAnswer(value: unknown): unknown {
  if (typeof value === 'string') return cleanText(value);
  return Array.isArray(value) ? value.map(cleanAnswer) : value;
}

/** Names that the network writes as they are typed; nearly all, and asking takes longer than looking. */
const PLAIN_DOMAIN = /^(?!xn--)[a-z][a-z\d-]*(\.(?!xn--)[a-z][a-z\d-]*)+$/;

/**
 * An address as it is stored and written to: its domain as the network writes it, so that `bücher.example` and
 * `xn--bcher-kva.example` are one person's. One that is none stays as it is: what is wrong with it is told elsewhere.
 */
export function cleanEmail(typed: string): string {
  const clean = cleanText(typed);
  const at = clean.lastIndexOf('@');
  const typedDomain = clean.slice(at + 1);
  if (PLAIN_DOMAIN.test(typedDomain)) return clean;
  const domain = domainToASCII(typedDomain);
  return at < 0 || domain === '' ? clean : clean.slice(0, at + 1) + domain;
}

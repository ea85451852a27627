import { decodeText } from '@reihe/api-sheets';
import { reportUnreadable } from '../report.errors';

export interface ReportText {
  /** Lines end in `\n`. */
  text: string;
  /** The last character is not whole: the file was cut off. */
  isCut: boolean;
}

/** What begins like this is read by other programs. Archives that are no workbooks are among them. */
const OTHER_FILES = [
  '%PDF',
  '\x89PNG',
  'GIF8',
  '\xff\xd8\xff',
  'PK\x03\x04',
  'PK\x05\x06',
  '\xd0\xcf\x11\xe0',
  '{\\rtf',
];
/** A page, most often the one that asks to sign in, saved under the report's name. */
const PAGE = /^\s*(<!--[\s\S]*?-->\s*)*<(!doctype|html|head|body|script|meta|div|table|\?xml)\b/i;
const TOLD_WITHIN = 2000;
/** Characters that no program writes into a table: of pictures, and of texts in an encoding that is not theirs. */
const NO_TEXT = /[\u0000-\u0008\u000e-\u001b\ufffe\uffff]|\p{Cn}/gu;
/** One of a hundred may be odd. */
const ODD_SHARE = 0.01;

/** @throws report.unreadable */
export function decodeReport(bytes: Uint8Array): ReportText {
  const beginning = String.fromCharCode(...bytes.subarray(0, 8));
  if (OTHER_FILES.some((signature) => beginning.startsWith(signature))) throw reportUnreadable();
  const { text, isCut } = decoded(bytes);
  if (PAGE.test(text.slice(0, TOLD_WITHIN)) || isOdd(text)) throw reportUnreadable();
  return { text: text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n'), isCut };
}

function decoded(bytes: Uint8Array): ReportText {
  const begun = withBegunCharacter(bytes);
  if (begun !== null) return { text: begun, isCut: true };
  const { text, encoding } = decodeText(bytes);
  if (!encoding.startsWith('utf-16')) return { text, isCut: false };
  // Half a character at the end decodes to the sign for what is missing.
  return { text: text.replace(/\uFFFD$/, ''), isCut: bytes.length % 2 === 1 || text.endsWith('\uFFFD') };
}

/**
 * UTF-8 that ends within a character would pass for Windows-1252, its umlauts two signs each. That it is UTF-8 is known by the
 * characters before; null: it is not, or ends as it should.
 */
function withBegunCharacter(bytes: Uint8Array): string | null {
  try {
    const whole = new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
    const length = new TextEncoder().encode(whole).length;
    const marked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
    return length + marked < bytes.length && /[^\0-\x7f]/.test(whole) ? whole : null;
  } catch {
    return null;
  }
}

function isOdd(text: string): boolean {
  if (text.includes('\0')) return true;
  const odd = text.match(NO_TEXT)?.length ?? 0;
  const lost = text.match(/\uFFFD/g)?.length ?? 0;
  return odd + lost > text.length * ODD_SHARE;
}

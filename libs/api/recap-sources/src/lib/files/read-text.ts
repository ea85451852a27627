import { decodeText } from '@reihe/api-sheets';

/** So much of the beginning says what the rest is written in. */
const DECLARED_WITHIN = 1024;

/**
 * A text in whatever it is written. What is marked, or can be told from the bytes, goes before what the text says of itself: exports
 * are often saved anew by programs that leave the old words in.
 */
export function readText(bytes: Uint8Array): string {
  const { text, encoding } = decodeText(bytes);
  const declared = encoding === 'windows-1252' ? inDeclaredEncoding(bytes) : null;
  return declared ?? text;
}

function inDeclaredEncoding(bytes: Uint8Array): string | null {
  const start = new TextDecoder('windows-1252').decode(bytes.subarray(0, DECLARED_WITHIN));
  const label = /(?:\bencoding|\bcharset)\s*=\s*["']?([\w:-]+)/i.exec(start)?.[1];
  if (!label || /^utf/i.test(label)) return null;
  try {
    return new TextDecoder(label).decode(bytes);
  } catch {
    return null;
  }
}

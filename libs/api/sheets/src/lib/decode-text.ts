import type { SheetEncoding } from '@reihe/shared-planning';

export interface DecodedText {
  text: string;
  encoding: Exclude<SheetEncoding, 'xlsx'>;
}

/** So much of the beginning shows whether every second byte is empty. */
const PROBE_BYTES = 1000;

/**
 * Texts that spreadsheets write: marked by a byte order mark, or UTF-16 without one, or UTF-8; what is none of them is
 * Windows-1252, in which every byte means something.
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  const [first, second, third] = bytes;
  if (first === 0xff && second === 0xfe) return decoded(bytes, 'utf-16le');
  if (first === 0xfe && second === 0xff) return decoded(bytes, 'utf-16be');
  if (first === 0xef && second === 0xbb && third === 0xbf) return decoded(bytes, 'utf-8');
  const wide = wideEncoding(bytes);
  if (wide) return decoded(bytes, wide);
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'utf-8' };
  } catch {
    return decoded(bytes, 'windows-1252');
  }
}

function decoded(bytes: Uint8Array, encoding: DecodedText['encoding']): DecodedText {
  return { text: new TextDecoder(encoding).decode(bytes), encoding };
}

/** In a table of Latin text nearly every other byte of UTF-16 is zero; UTF-8 and Windows-1252 have none. */
function wideEncoding(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const probe = bytes.subarray(0, PROBE_BYTES - (PROBE_BYTES % 2));
  const half = Math.max(1, Math.floor(probe.length / 2));
  const zerosAt = (offset: 0 | 1) => probe.filter((byte, index) => byte === 0 && index % 2 === offset).length;
  if (zerosAt(1) > half / 2) return 'utf-16le';
  return zerosAt(0) > half / 2 ? 'utf-16be' : null;
}

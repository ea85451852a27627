/**
 * The key under which an address is one person: trimmed, Unicode-normalised, lower case. Letter case in the local part is
 * significant by RFC 5321, but no mail provider of consequence distinguishes it, and people do not.
 */
export function emailKey(email: string): string {
  return email.trim().normalize('NFC').toLowerCase();
}

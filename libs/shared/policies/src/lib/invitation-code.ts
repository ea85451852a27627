/** Under which a code is looked up: people copy them with spaces, dashes and in small letters. */
export function invitationCodeKey(code: string): string {
  return code
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}

/** The patterns of invited addresses that let somebody in: the address itself, or everybody of its domain. */
export function invitationPatterns(emailKey: string): string[] {
  return [emailKey, emailKey.slice(emailKey.lastIndexOf('@'))];
}

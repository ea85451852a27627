/** What devices call their owners, and owners themselves who would rather not say: any number of people are called so. */
const GENERIC = [
  /^(i-?phone|i-?pad|galaxy|huawei|samsung|xiaomi|redmi|nokia|pixel|android|mac-?book|laptop|desktop|windows)\b/u,
  /\b(i-?phone|i-?pad|mac-?book)( (von|de|of|d) .*)?$/u,
  /^(guest|gast|invitad[oa]|invite|invité|user|benutzer|usuario|utilisateur|participant|teilnehmer(in)?|zoom user|webex user|attendee|anonymous|anonym|unknown|unbekannt|name|test)\s*\d*$/u,
  /^call[ -]?in user/u,
  /^\+?[\d ()./*x-]{4,}$/u,
];

/** Whether a name tells nobody from anybody else: then each stay under it is a guest of its own, and no decision is kept for it. */
export function isGenericName(name: string): boolean {
  const plain = name.trim().toLowerCase();
  return plain.length < 2 || GENERIC.some((pattern) => pattern.test(plain));
}

/** Who writes, as a calendar entry names its organiser: `Reihe <reihe@example.org>` or a bare address. */
export function senderOf(from: string): { name: string; email: string } {
  const [, name = '', email = from] = /^\s*"?([^"<]*?)"?\s*<([^>]+)>\s*$/.exec(from) ?? [];
  return { name: name || email, email };
}

const GROUPS = 8;

/** Who sends: one address of IPv4, a household's /64 of IPv6, of which single addresses are free to change. */
export function hostOf(ip: string): string {
  return ofPlainIpv4(ip) ?? groupsOf(ip).slice(0, 4).join(':');
}

/** Where it stands: a /24 of IPv4, a site's /48 of IPv6. */
export function networkOf(ip: string): string {
  const plain = ofPlainIpv4(ip);
  return plain ? plain.split('.').slice(0, 3).join('.') : groupsOf(ip).slice(0, 3).join(':');
}

/** Also where an address of IPv4 came in over IPv6 (`::ffff:192.0.2.1`); null: it is none. */
function ofPlainIpv4(ip: string): string | null {
  return /^(?:::ffff:)?(\d+\.\d+\.\d+\.\d+)$/i.exec(ip)?.[1] ?? null;
}

/** All eight groups, `::` written out. */
function groupsOf(ip: string): string[] {
  const [head = '', tail] = ip.toLowerCase().split('%', 1)[0]?.split('::') ?? [];
  const first = head === '' ? [] : head.split(':');
  if (tail === undefined) return first;
  const last = tail === '' ? [] : tail.split(':');
  return [...first, ...Array<string>(Math.max(0, GROUPS - first.length - last.length)).fill('0'), ...last];
}

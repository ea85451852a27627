/** What a link in a text may lead to; null where it leads nowhere a reader should be sent. */
export interface LinkTarget {
  href: string;
  /** Set for addresses outside of this site. */
  rel: string | null;
}

/** Paths of this site, web addresses and mail: anything else a text may hold (scripts, data) stays plain words. */
export function linkTarget(href: string | undefined): LinkTarget | null {
  if (!href) return null;
  if (/^\/(?![/\\])/.test(href) || href.startsWith('#')) return { href, rel: null };
  if (/^https?:\/\/[^\s/]/i.test(href)) return { href, rel: 'external noopener' };
  return /^mailto:[^\s]+@/i.test(href) ? { href, rel: null } : null;
}

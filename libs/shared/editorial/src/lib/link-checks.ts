import type { RulesFor } from '@reihe/shared-contracts';

/**
 * good: something is there · missing: this site shows readers no such page · dead: its host says that nothing is there · failing: its host
 * answers with an error of its own · silent: no answer in time, or no such host · untold: its host does not tell programs (it wants a
 * sign-in, or shuts them out) · not-asked: an address that is not asked, or this server asks no other host
 */
export const LINK_STATES = ['good', 'missing', 'dead', 'failing', 'silent', 'untold', 'not-asked'] as const;
export type LinkState = (typeof LINK_STATES)[number];

export interface LinkFinding {
  href: string;
  state: LinkState;
  /** What its host answered (HTTP); null: nothing, or nobody asked it. */
  status: number | null;
}

/** What links of a text lead to, a few at a time. */
export interface CheckLinks {
  hrefs: string[];
  /** Other hosts too, each of them once; otherwise this site's own pages alone. */
  asksOthers: boolean;
}

/** So many are asked at once, by one request. */
export const LINKS_AT_ONCE = 8;

export const checkLinksRules = {
  hrefs: { kind: 'list', minLength: 1, maxLength: LINKS_AT_ONCE },
  asksOthers: { kind: 'boolean' },
} as const satisfies RulesFor<CheckLinks>;

export const linkChecksPath = '/recap-desk/link-checks';

import { FORMAT_PATTERNS } from '@reihe/shared-contracts';
import { fieldError } from '@reihe/shared-form-policies';

const MAX_LINK_LENGTH = 2000;

/** Web and mail addresses, and places on this site: `/…` or `#…`. Nothing a browser could read as another protocol or host. */
export function isSafeLink(href: unknown): href is string {
  if (typeof href !== 'string' || href.length > MAX_LINK_LENGTH) return false;
  if (/[\s\\\p{Cc}]|\p{Surrogate}/u.test(href)) return false;
  if (isWebAddress(href)) return true;
  if (/^https?:/i.test(href)) return false;
  const mail = /^mailto:(?<address>[^?]+)(\?.*)?$/i.exec(href)?.groups?.['address'];
  if (mail !== undefined) return FORMAT_PATTERNS.email.test(mail);
  return /^(#|\/(?!\/))/.test(href);
}

/** An address of the web, as videos have one. */
export function isWebAddress(href: unknown): href is string {
  return (
    typeof href === 'string' &&
    href.length <= MAX_LINK_LENGTH &&
    !/[\s\\\p{Cc}]|\p{Surrogate}/u.test(href) &&
    /^https?:/i.test(href) &&
    fieldError(href, { kind: 'text', format: 'url' }) === null
  );
}

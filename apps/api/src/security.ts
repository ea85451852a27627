import type { IncomingMessage } from 'node:http';
import helmet from 'helmet';

/**
 * What browsers heed on documents only. Left away from the parts of a page, where it is half a kilobyte each that a first visit
 * pays for nothing; `nosniff` and the resource policy stay.
 */
export const DOCUMENT_HEADERS = [
  'Content-Security-Policy',
  'Cross-Origin-Opener-Policy',
  'Origin-Agent-Cluster',
  'Referrer-Policy',
  'X-DNS-Prefetch-Control',
  'X-Download-Options',
  'X-Frame-Options',
  'X-Permitted-Cross-Domain-Policies',
  'X-XSS-Protection',
] as const;

/** Its one form leads into the meeting, wherever that is: browsers hold a form's redirect to the policy too. */
const JOIN_PAGE = /^\/[a-z]{2}\/join\//;

/**
 * One origin for everything: no script from elsewhere and none inline. Styles may stand in the page because Angular writes
 * each component's styles into it.
 */
export function securityHeaders(baseUrl: string): ReturnType<typeof helmet> {
  const isSecure = baseUrl.startsWith('https:');
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        'default-src': ["'self'"],
        'script-src': ["'self'"],
        'style-src': ["'self'", "'unsafe-inline'"],
        'img-src': ["'self'", 'data:', 'blob:'],
        'font-src': ["'self'"],
        'connect-src': ["'self'"],
        'frame-src': ["'self'"],
        'object-src': ["'none'"],
        'base-uri': ["'self'"],
        'form-action': [
          ({ url = '' }: IncomingMessage) => (JOIN_PAGE.test(url) ? "'self' https: http:" : "'self'"),
        ],
        'frame-ancestors': ["'none'"],
        ...(isSecure && { 'upgrade-insecure-requests': [] }),
      },
    },
    strictTransportSecurity: isSecure,
    crossOriginEmbedderPolicy: false,
    referrerPolicy: { policy: 'strict-origin-when-cross-origin' },
  });
}

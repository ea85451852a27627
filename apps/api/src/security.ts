import type { IncomingMessage, ServerResponse } from 'node:http';
import helmet, { type HelmetOptions } from 'helmet';

type Middleware = (request: IncomingMessage, response: ServerResponse, next: () => void) => void;

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
export function securityHeaders(baseUrl: string): Middleware {
  const secure = helmet(policyFor(baseUrl));
  // They depend on the address alone, and asking all of helmet's parts for each request takes longer than many answers do.
  const usual = headersFrom(secure, '/');
  const ofJoinPage = headersFrom(secure, '/en/join/');
  return (request, response, next) => {
    for (const [name, value] of JOIN_PAGE.test(request.url ?? '') ? ofJoinPage : usual)
      response.setHeader(name, value);
    next();
  };
}

/** What it sets for an address. @throws Error where it does so only later */
function headersFrom(secure: ReturnType<typeof helmet>, url: string): [string, string][] {
  const headers: [string, string][] = [];
  let isDone = false;
  const response = {
    setHeader: (name: string, value: string) => headers.push([name, value]),
    removeHeader: () => undefined,
  };
  secure({ url } as IncomingMessage, response as unknown as ServerResponse, (error?: unknown) => {
    if (error) throw error as Error;
    isDone = true;
  });
  if (!isDone) throw new Error('The security headers are not there at once.');
  return headers;
}

function policyFor(baseUrl: string): HelmetOptions {
  const isSecure = baseUrl.startsWith('https:');
  return {
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
  };
}

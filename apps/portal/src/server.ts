import { AngularAppEngine } from '@angular/ssr';
import { isLanguage } from '@reihe/shared-contracts';
import type { RenderContext } from '@reihe/web-platform';

let engine: AngularAppEngine | undefined;

/**
 * Renders one page; the API calls this in its own process. `request.url` has the site's public origin (`context.baseUrl`),
 * never the Host header a client sent. null: no language of ours stands in front of the path. Throws where a page broke.
 */
export async function renderPage(request: Request, context: RenderContext): Promise<Response | null> {
  engine ??= new AngularAppEngine({ allowedHosts: [new URL(context.baseUrl).hostname] });
  const page = await engine.handle(request, context);
  const { pathname } = new URL(request.url);
  // Every path below a language has a page, if only the not-found page: nothing means that rendering it failed.
  if (!page && isLanguage(pathname.split('/')[1]))
    throw new Error(`The page ${pathname} could not be rendered`);
  return page && isPrerendered(page) ? withOrigin(page, context.baseUrl) : page;
}

/** Where Angular renders pages while building. */
const BUILD_ORIGIN = 'http://ng-localhost';

/** Angular gives an ETag to pages that were rendered when building, and to no others. */
function isPrerendered(page: Response): boolean {
  return page.headers.has('etag');
}

/** Canonical addresses and those of other languages are absolute, and only the running site knows its own. */
async function withOrigin(page: Response, baseUrl: string): Promise<Response> {
  const html = (await page.text()).replaceAll(BUILD_ORIGIN, baseUrl);
  const headers = new Headers(page.headers);
  headers.delete('content-length');
  return new Response(html, { status: page.status, headers });
}

import { AngularAppEngine } from '@angular/ssr';
import { isLanguage } from '@reihe/shared-contracts';
import type { RenderContext, SubmittedForm } from '@reihe/web-platform';
import { apiAt } from './api-over-loopback';

/** A page to render: plain data, for it comes from another thread. */
export interface PageTask {
  /** With the query, e.g. `/de/register?session=x`. */
  path: string;
  headers: Record<string, string>;
  /** Public origin of the site, without a slash at its end; never the Host header a client sent. */
  baseUrl: string;
  /** Where the API answers without leaving the machine. */
  apiOrigin: string;
  form?: SubmittedForm;
}

export interface RenderedPage {
  status: number;
  headers: [name: string, value: string][];
  /** HTML in UTF-8. */
  body: Uint8Array;
}

let engine: AngularAppEngine | undefined;

/**
 * Renders one page; the API calls this in threads of its process (piscina). null: no language of ours stands in front of the path.
 * Throws where a page broke.
 */
export async function renderPage(task: PageTask): Promise<RenderedPage | null> {
  const { path, headers, baseUrl, apiOrigin, form } = task;
  engine ??= new AngularAppEngine({ allowedHosts: [new URL(baseUrl).hostname] });
  const context: RenderContext = { fetchApi: apiAt(apiOrigin), baseUrl, ...(form && { form }) };
  const page = await engine.handle(new Request(baseUrl + path, { headers }), context);
  // Every path below a language has a page, if only the not-found page: nothing means that rendering it failed.
  if (!page && isLanguage(path.split(/[/?]/)[1])) throw new Error(`The page ${path} could not be rendered`);
  if (!page) return null;
  const body = new Uint8Array(await page.arrayBuffer());
  const answer = { status: page.status, headers: [...page.headers], body };
  return isPrerendered(page) ? withOrigin(answer, baseUrl) : answer;
}

/** Where Angular renders pages while building. */
const BUILD_ORIGIN = 'http://ng-localhost';

/** Angular gives an ETag to pages that were rendered when building, and to no others. */
function isPrerendered(page: Response): boolean {
  return page.headers.has('etag');
}

/** Canonical addresses and those of other languages are absolute, and only the running site knows its own. */
function withOrigin({ status, headers, body }: RenderedPage, baseUrl: string): RenderedPage {
  const html = new TextDecoder().decode(body).replaceAll(BUILD_ORIGIN, baseUrl);
  return {
    status,
    headers: headers.filter(([name]) => name !== 'content-length'),
    body: new TextEncoder().encode(html),
  };
}

import { AngularAppEngine } from '@angular/ssr';
import type { RenderContext } from '@reihe/web-platform';

let engine: AngularAppEngine | undefined;

/**
 * Renders one page; the API calls this in its own process. `request.url` has the site's public origin (`context.baseUrl`),
 * never the Host header a client sent. null: no language of ours stands in front of the path.
 */
export function renderPage(request: Request, context: RenderContext): Promise<Response | null> {
  engine ??= new AngularAppEngine({ allowedHosts: [new URL(context.baseUrl).hostname] });
  return engine.handle(request, context);
}

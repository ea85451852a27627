import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Injectable, Logger } from '@nestjs/common';
import { Config, PortalRenderer, type SubmittedForm } from '@reihe/api-platform';

/** What the built portal exports (apps/portal/src/server.ts). */
interface PortalServer {
  renderPage: (request: Request, context: RenderContext) => Promise<Response | null>;
}

interface RenderContext {
  /** Reads the API without leaving the machine. */
  fetchApi: (path: string, init?: RequestInit) => Promise<Response>;
  baseUrl: string;
  form?: SubmittedForm;
}

/** Renders the portal's pages in this process, from the build beside it. */
@Injectable()
export class PortalPages extends PortalRenderer {
  private readonly logger = new Logger(PortalPages.name);
  private server: Promise<PortalServer> | null = null;
  private apiOrigin = '';

  constructor(private readonly config: Config) {
    super();
  }

  /** Told once the process listens: pages read the API over loopback, through the same guards as everyone. */
  listensOn(port: number): void {
    this.apiOrigin = `http://127.0.0.1:${port}`;
  }

  get isBuilt(): boolean {
    return existsSync(join(this.config.portalDir, 'server', 'server.mjs'));
  }

  async render(path: string, form?: SubmittedForm): Promise<{ status: number; html: string }> {
    const response = await this.respond(path, {}, form);
    return { status: form?.problem.status ?? response?.status ?? 404, html: (await response?.text()) ?? '' };
  }

  /** null: the portal has no such page and no not-found page for it either. */
  async respond(
    path: string,
    headers: Record<string, string>,
    form?: SubmittedForm,
  ): Promise<Response | null> {
    this.server ??= this.load();
    const { renderPage } = await this.server;
    return renderPage(new Request(this.config.baseUrl + path, { headers }), {
      fetchApi: (apiPath, init) =>
        // An answer that stays on the machine is not worth compressing.
        fetch(this.apiOrigin + apiPath, {
          ...init,
          headers: { ...init?.headers, 'accept-encoding': 'identity' },
        }),
      baseUrl: this.config.baseUrl,
      ...(form && { form }),
    });
  }

  private async load(): Promise<PortalServer> {
    const file = join(this.config.portalDir, 'server', 'server.mjs');
    this.logger.log('Loading the portal');
    return (await import(pathToFileURL(file).href)) as PortalServer;
  }
}

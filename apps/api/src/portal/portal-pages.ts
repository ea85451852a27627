import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { Config, PortalRenderer, type SubmittedForm } from '@reihe/api-platform';
import { Piscina } from 'piscina';

/** What the built portal's `renderPage` takes and answers (apps/portal/src/server.ts). */
interface PageTask {
  path: string;
  headers: Record<string, string>;
  baseUrl: string;
  apiOrigin: string;
  form?: SubmittedForm;
}

export interface RenderedPage {
  status: number;
  headers: [name: string, value: string][];
  body: Uint8Array<ArrayBuffer>;
  /** Others may be reading the same bytes. */
  isShared?: boolean;
}

/** A page that waits for its data leaves its thread to another one. More of them would be more that each collection has to keep. */
const PAGES_PER_THREAD = 3;
/** Some seconds of work: who came later would only wait, and give up. */
export const MOST_WAITING = 300;
/** A rendered page is megabytes of short-lived objects: in a small young generation they are copied about before they can die. */
const YOUNG_GENERATION_MB = 192;

/**
 * Renders the portal's pages from the build beside the API, in threads: rendering is the longest work on the processor that a
 * request causes, and must hold up neither the API nor other pages.
 */
@Injectable()
export class PortalPages extends PortalRenderer implements OnApplicationShutdown {
  private readonly logger = new Logger(PortalPages.name);
  private readonly server: string;
  private threads: Piscina<PageTask, RenderedPage | null> | null = null;
  private apiOrigin = '';

  constructor(private readonly config: Config) {
    super();
    this.server = join(config.portalDir, 'server', 'server.mjs');
  }

  /** Told once the process listens: pages read the API over loopback, through the same guards as everyone. */
  listensOn(port: number): void {
    this.apiOrigin = `http://127.0.0.1:${port}`;
    if (existsSync(this.server)) this.threads ??= this.start();
  }

  /** More pages wait than can be answered in time. Forms are rendered all the same: what they sent is stored already. */
  isBusyFor(): boolean {
    return (this.threads?.queueSize ?? 0) >= MOST_WAITING;
  }

  async render(path: string, form?: SubmittedForm): Promise<{ status: number; html: string }> {
    const page = await this.respond(path, {}, form);
    return { status: form?.problem.status ?? page?.status ?? 404, html: page ? textOf(page) : '' };
  }

  /** null: the portal has no such page and no not-found page for it either. */
  async respond(
    path: string,
    headers: Record<string, string>,
    form?: SubmittedForm,
  ): Promise<RenderedPage | null> {
    this.threads ??= this.start();
    const { apiOrigin } = this;
    return this.threads.run({
      path,
      headers,
      baseUrl: this.config.baseUrl,
      apiOrigin,
      ...(form && { form }),
    });
  }

  async onApplicationShutdown(): Promise<void> {
    await this.threads?.destroy();
  }

  private start(): Piscina<PageTask, RenderedPage | null> {
    const { renderThreads } = this.config;
    this.logger.log(`Loading the portal in ${renderThreads} threads`);
    return new Piscina({
      filename: pathToFileURL(this.server).href,
      name: 'renderPage',
      minThreads: renderThreads,
      maxThreads: renderThreads,
      concurrentTasksPerWorker: PAGES_PER_THREAD,
      // A thread that sleeps between pages would not see the API close its connections.
      atomics: 'disabled',
      resourceLimits: { maxYoungGenerationSizeMb: YOUNG_GENERATION_MB },
    });
  }
}

function textOf({ body }: RenderedPage): string {
  return new TextDecoder().decode(body);
}

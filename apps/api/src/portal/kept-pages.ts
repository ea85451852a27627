import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { Clock, type Notice, Notices } from '@reihe/api-platform';
import { PortalPages, type RenderedPage } from './portal-pages';

/** What is published, and what recaps show beside. */
const READERS = 'reihe_readers';
/** Series, sessions, and who takes part in them. */
const PROGRAMME = 'reihe_programme';
/** Numbers may be so old: people who register all at once must not keep every page from being kept. */
const COUNTS_AGE_MS = 2_000;
/** Whatever nobody tells of (somebody at the database by hand) shows after so long. */
const LONGEST_MS = 60_000;
/** Some 300 pages. */
const MOST_BYTES = 32 * 1024 * 1024;

/** The page of one recap, without questions: what a link in a newsletter carries along is not worth a page of its own. */
const RECAP = /^\/[a-z]{2}\/recaps\/[^/?]+$/;

interface KeptPage {
  page: RenderedPage;
  begunAt: number;
}

/**
 * Pages of recaps as they were rendered, until the database tells that something on them may have changed (ADR 32). Whoever asks while
 * one is being rendered waits for that one. Nothing is kept, nor shown from here, while this process would not hear.
 */
@Injectable()
export class KeptPages implements OnModuleDestroy {
  private readonly pages = new Map<string, KeptPage>();
  private readonly rendering = new Map<string, Promise<RenderedPage | null>>();
  private bytes = 0;
  /** Grows with each change: a page that was begun before one is not kept after it. */
  private edition = 0;
  private listening: Promise<unknown> | null = null;
  private hears = false;
  private counting: NodeJS.Timeout | null = null;

  constructor(
    private readonly portal: PortalPages,
    private readonly notices: Notices,
    private readonly clock: Clock,
  ) {}

  /** More pages wait than can be answered in time, and this one would be one of them. */
  isBusyFor(address: string): boolean {
    const isAtHand = this.isHearing() && (this.isFresh(address) || this.rendering.has(address));
    return !isAtHand && this.portal.isBusyFor();
  }

  /** @param address path and query */
  respond(address: string, headers: Record<string, string>): Promise<RenderedPage | null> {
    // What is kept is the same for everybody, so it is rendered without anything of whoever asks first.
    return RECAP.test(address) ? this.read(address) : this.portal.respond(address, headers);
  }

  private async read(address: string): Promise<RenderedPage | null> {
    const isHearing = this.isHearing();
    const kept = isHearing ? this.find(address) : null;
    if (kept) return kept;
    const begun = isHearing ? this.rendering.get(address) : undefined;
    if (begun) return begun;
    const rendered = this.render(address, isHearing);
    this.rendering.set(address, rendered);
    return rendered.finally(() => {
      if (this.rendering.get(address) === rendered) this.rendering.delete(address);
    });
  }

  private async render(address: string, wasHearing: boolean): Promise<RenderedPage | null> {
    const { edition } = this;
    const begunAt = this.now();
    const rendered = await this.portal.respond(address, {});
    if (!rendered) return null;
    const page = { ...rendered, isShared: true };
    const isOfNow = wasHearing && this.isHearing() && edition === this.edition;
    if (page.status === 200 && isOfNow) this.keep(address, { page, begunAt });
    return page;
  }

  onModuleDestroy(): void {
    if (this.counting) clearTimeout(this.counting);
    this.forget();
  }

  /** From the first page on that could be kept: a process that serves none needs no line. */
  private isHearing(): boolean {
    this.listening ??= Promise.all([
      this.notices.listen(READERS, () => {
        this.forget();
      }),
      this.notices.listen(PROGRAMME, (notice) => {
        this.hear(notice);
      }),
    ])
      // What could not be listened to at once is once the line is there again.
      .catch(() => undefined)
      .then(() => (this.hears = true));
    return this.hears && this.notices.isOnTheLine;
  }

  private hear(notice: Notice): void {
    const isByStaff =
      notice.kind === 'missed' || (JSON.parse(notice.payload) as { staffId: string | null }).staffId !== null;
    if (isByStaff) this.forget();
    else
      this.counting ??= setTimeout(() => {
        this.counting = null;
        this.forget();
      }, COUNTS_AGE_MS).unref();
  }

  private forget(): void {
    this.edition += 1;
    this.pages.clear();
    this.rendering.clear();
    this.bytes = 0;
  }

  private find(address: string): RenderedPage | null {
    const kept = this.pages.get(address);
    if (!kept) return null;
    const isFresh = this.isFresh(address);
    this.drop(address, kept);
    // Last again: the first of the map is what nobody has read for longest.
    if (isFresh) this.add(address, kept);
    return isFresh ? kept.page : null;
  }

  private isFresh(address: string): boolean {
    const kept = this.pages.get(address);
    return kept !== undefined && this.now() - kept.begunAt < LONGEST_MS;
  }

  private keep(address: string, kept: KeptPage): void {
    this.add(address, kept);
    for (const [oldest, candidate] of this.pages) {
      if (this.bytes <= MOST_BYTES) break;
      this.drop(oldest, candidate);
    }
  }

  private add(address: string, kept: KeptPage): void {
    const before = this.pages.get(address);
    if (before) this.drop(address, before);
    this.pages.set(address, kept);
    this.bytes += kept.page.body.byteLength;
  }

  private drop(address: string, { page }: KeptPage): void {
    this.pages.delete(address);
    this.bytes -= page.body.byteLength;
  }

  private now(): number {
    return this.clock.now().getTime();
  }
}

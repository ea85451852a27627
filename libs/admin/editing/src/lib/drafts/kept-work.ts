import { computed, DestroyRef, DOCUMENT, effect, inject, signal, untracked } from '@angular/core';
import { NEW_DRAFT, type Edited, type EditingDraft } from '@reihe/shared-contracts';
import { failureOf } from '@reihe/web-platform';
import type { Editing } from '../editing';
import type { EditingDesk } from '../editing-desk';
import { BrowserDrafts } from './browser-drafts';

export interface KeptWorkOptions {
  desk: EditingDesk;
  subject: Edited;
  // A draft is kept whatever is edited, and only by way of what is JSON.
  editing: Pick<
    Editing<{ version: number }, unknown>,
    'isDirty' | 'isSaving' | 'toKeep' | 'isStored' | 'takeUp' | 'showDifferences'
  >;
  /** What is typed; read to know that it changed. */
  typed: () => unknown;
  /** Id of what is edited; null before there is one. */
  id: () => string | null;
  /** Whose drafts they are; null while the form is not there, or may only be read. */
  account: () => string | null;
}

/** not: nothing to keep · held: waits for the answer about an earlier draft · here: only in this browser, sent later */
export type KeptState = 'not' | 'waiting' | 'kept' | 'here' | 'failed' | 'held';

const PAUSE_BEFORE_KEEPING_MS = 2_000;
const RETRY_MS = 30_000;

/**
 * Keeps what is typed as a draft of one's own, on the server and, while that cannot be reached, in the browser; offers the one of
 * an earlier time. Never in the way: what cannot be kept is said and tried again. To be made where the component is made.
 */
export class KeptWork {
  /** What was typed earlier and not saved; while it stands nothing is kept over it. */
  readonly offer = signal<EditingDraft | null>(null);
  readonly state = signal<KeptState>('not');
  readonly keptAt = signal<Date | null>(null);
  /** Whether one can leave without losing anything. */
  readonly isSafe = computed(() => this.state() === 'kept' || this.state() === 'here');

  private readonly browser = inject(BrowserDrafts);
  private readonly isReady = signal(false);
  private timer: ReturnType<typeof setTimeout> | undefined;
  private running: Promise<void> | null = null;
  private isChanged = false;
  private isOver = false;
  /** True from the first keeping until it is saved or dropped. */
  private hasDraft = false;
  /** True until it is known whether the server has a draft of an earlier time: it must not be kept over unseen. */
  private isUnasked = true;
  /** When that was kept which was offered from this browser; empty for none. */
  private offeredOf = '';

  constructor(private readonly options: KeptWorkOptions) {
    const view = inject(DOCUMENT).defaultView;
    const retry = () => {
      if (this.isChanged) this.schedule(0);
    };
    const close = () => {
      this.keepHere();
    };
    view?.addEventListener('online', retry);
    view?.addEventListener('pagehide', close);
    inject(DestroyRef).onDestroy(() => {
      view?.removeEventListener('online', retry);
      view?.removeEventListener('pagehide', close);
      clearTimeout(this.timer);
      this.isOver = true;
      if (!options.editing.isDirty()) void this.drop();
    });
    effect(() => {
      if (options.account() === null) return;
      untracked(() => {
        void this.start();
      });
    });
    effect(() => {
      options.typed();
      const isTyping = this.isReady() && options.account() !== null && options.editing.isDirty();
      const isHeld = this.offer() !== null;
      untracked(() => {
        this.follow(isTyping, isHeld);
      });
    });
  }

  async takeUp(): Promise<void> {
    const draft = this.offer();
    if (!draft || !(await this.options.editing.takeUp(draft))) return;
    this.hasDraft = true;
    this.offer.set(null);
  }

  async showDifferences(): Promise<void> {
    const draft = this.offer();
    if (draft && (await this.options.editing.showDifferences(draft))) await this.takeUp();
  }

  async discard(): Promise<void> {
    this.offer.set(null);
    this.hasDraft = true;
    if (!this.options.editing.isDirty()) await this.drop();
  }

  /** Before one leaves: true where what is typed is kept, wherever. */
  async keepNow(): Promise<boolean> {
    if (this.offer() !== null || this.options.account() === null) return false;
    if (this.isChanged) {
      clearTimeout(this.timer);
      await this.keep();
    }
    return this.isSafe();
  }

  /** At once, without waiting for a server: what is not sent yet goes into the browser. True where nothing would be lost. */
  keepHere(): boolean {
    if (!this.options.editing.isDirty()) return true;
    const account = this.options.account();
    if (account === null || this.offer() !== null) return false;
    if (!this.isChanged && this.running === null) return this.isSafe();
    return this.browser.write(account, this.draft());
  }

  private get key(): string {
    return this.options.id() ?? NEW_DRAFT;
  }

  private async start(): Promise<void> {
    const { desk, subject, editing } = this.options;
    const account = this.options.account();
    if (account === null || this.isReady()) return;
    await this.sendWaiting(account);
    const found = await this.find(account);
    if (found && editing.isStored(found)) {
      this.browser.forget(account, found);
      await desk.dropDraft(subject, this.key).catch(() => undefined);
    } else this.offer.set(found);
    this.isReady.set(true);
  }

  /** What this browser kept while it was offline, also of other editors; never over what was typed later, elsewhere. */
  private async sendWaiting(account: string): Promise<void> {
    for (const draft of this.browser.all(account)) {
      const { subject, key, baseVersion, base, form } = draft;
      try {
        const there = await this.options.desk.draft(subject, key);
        if (!there || there.updatedAt < draft.updatedAt)
          await this.options.desk.keepDraft(subject, key, { baseVersion, base, form });
        this.browser.forget(account, draft);
      } catch {
        // It stays here for the next time.
      }
    }
  }

  private async find(account: string): Promise<EditingDraft | null> {
    const { subject } = this.options;
    const here = this.browser
      .all(account)
      .find((draft) => draft.subject === subject && draft.key === this.key);
    if (here) {
      this.offeredOf = here.updatedAt;
      return here;
    }
    try {
      return await this.ask();
    } catch {
      return null;
    }
  }

  private async ask(): Promise<EditingDraft | null> {
    const found = await this.options.desk.draft(this.options.subject, this.key);
    this.isUnasked = false;
    return found;
  }

  private follow(isTyping: boolean, isHeld: boolean): void {
    if (isTyping && isHeld) this.state.set('held');
    else if (isTyping) {
      this.isChanged = true;
      if (this.state() !== 'failed') this.state.set('waiting');
      this.schedule(PAUSE_BEFORE_KEEPING_MS);
    } else {
      this.isChanged = false;
      clearTimeout(this.timer);
      this.state.set('not');
      if (!isHeld) void this.drop();
    }
  }

  private schedule(pause: number): void {
    clearTimeout(this.timer);
    if (!this.isOver) this.timer = setTimeout(() => void this.keep(), pause);
  }

  /** One request at a time; what was typed meanwhile goes with the next. */
  private async keep(): Promise<void> {
    while (this.running) await this.running;
    if (!this.isChanged || this.options.account() === null) return;
    this.running = this.send().finally(() => (this.running = null));
    await this.running;
  }

  private async send(): Promise<void> {
    const account = this.options.account();
    if (account === null) return;
    const draft = this.draft();
    const { subject, key, baseVersion, base, form } = draft;
    this.isChanged = false;
    this.hasDraft = true;
    try {
      const earlier = this.isUnasked ? await this.ask() : null;
      if (earlier && earlier.updatedAt > this.offeredOf && !this.options.editing.isStored(earlier)) {
        this.offer.set(earlier);
        return;
      }
      await this.options.desk.keepDraft(subject, key, { baseVersion, base, form });
      this.browser.forget(account, draft);
      this.keptAt.set(new Date());
      if (!this.isChanged && this.state() !== 'not') this.state.set('kept');
    } catch (error) {
      this.isChanged = true;
      const isKeptHere = this.browser.write(account, draft);
      if (this.state() !== 'not') this.state.set(isKeptHere ? 'here' : 'failed');
      // What the server never takes (too large, not allowed) is not sent again until it is another text.
      if (failureOf(error).kind !== 'problem') this.schedule(RETRY_MS);
    }
  }

  /** After what was being sent has arrived: it must not come back behind the drop. */
  private async drop(): Promise<void> {
    const [{ desk, subject }, account, key] = [this.options, this.options.account(), this.key];
    if (!this.hasDraft) return;
    this.hasDraft = false;
    await this.running;
    if (account !== null) this.browser.forget(account, { subject, key });
    await desk.dropDraft(subject, key).catch(() => undefined);
  }

  private draft(): EditingDraft {
    const { subject, editing } = this.options;
    return { subject, key: this.key, ...editing.toKeep(), updatedAt: new Date().toISOString() };
  }
}

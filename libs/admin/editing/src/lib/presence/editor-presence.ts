import { DestroyRef, DOCUMENT, effect, inject, signal, untracked } from '@angular/core';
import { PRESENCE, type Edited, type EditorNews, type EditorTab } from '@reihe/shared-contracts';
import type { EditingDesk } from '../editing-desk';

export interface EditorPresenceOptions {
  desk: Pick<EditingDesk, 'beat' | 'leave'>;
  subject: Edited;
  /** null: nothing is open, or it may only be read. */
  subjectId: () => string | null;
}

/**
 * Says that one is at an editor while its page is seen, and knows who else is. To be made where the component is made. Never fails
 * the page: without an answer nobody is named.
 */
export class EditorPresence {
  readonly news = signal<EditorNews | null>(null);

  private readonly page = inject(DOCUMENT);
  private readonly tab = crypto.randomUUID();
  private place: EditorTab | null = null;
  private timer: ReturnType<typeof setInterval> | undefined;

  constructor(private readonly options: EditorPresenceOptions) {
    const view = this.page.defaultView;
    const look = () => {
      if (this.page.visibilityState === 'visible') void this.beat();
    };
    const close = () => {
      this.leave(true);
    };
    const comeBack = (event: PageTransitionEvent) => {
      if (event.persisted) this.enter(untracked(options.subjectId));
    };
    this.page.addEventListener('visibilitychange', look);
    view?.addEventListener('pagehide', close);
    view?.addEventListener('pageshow', comeBack);
    inject(DestroyRef).onDestroy(() => {
      this.page.removeEventListener('visibilitychange', look);
      view?.removeEventListener('pagehide', close);
      view?.removeEventListener('pageshow', comeBack);
      this.leave(false);
    });
    effect(() => {
      const id = options.subjectId();
      untracked(() => {
        this.enter(id);
      });
    });
  }

  /** Asks now and not at the next beat, e.g. who saved the version that one has just run into. */
  async beat(): Promise<EditorNews | null> {
    const place = this.place;
    if (!place) return null;
    let news: EditorNews | null = null;
    try {
      news = await this.options.desk.beat(place);
    } catch {
      // Who cannot be asked about is not named: a hint that is out of date would be a false alarm.
    }
    if (place === this.place) this.news.set(news);
    return news;
  }

  private enter(subjectId: string | null): void {
    if (this.place?.subjectId === subjectId) return;
    this.leave(false);
    if (subjectId === null) return;
    this.place = { subject: this.options.subject, subjectId, tab: this.tab };
    this.timer = setInterval(() => {
      if (this.page.visibilityState === 'visible') void this.beat();
    }, PRESENCE.beatSeconds * 1000);
    if (this.page.visibilityState === 'visible') void this.beat();
  }

  private leave(isClosing: boolean): void {
    clearInterval(this.timer);
    if (this.place) this.options.desk.leave(this.place, isClosing);
    this.place = null;
    this.news.set(null);
  }
}

import { computed, DestroyRef, inject, Injectable, signal } from '@angular/core';
import type { ProgrammeChange } from '@reihe/shared-contracts';
import { ProgrammeChanges, StaffAccess } from '@reihe/web-data-access';

/** Changes that come close together are read once. */
const GATHER_MS = 250;
const HINT_MS = 12_000;
/** So long after one's own change the news of it may come; the views have read it already. */
const ECHO_MS = 2000;

/**
 * Keeps the open views true to what colleagues do: each view says how it reads again; the page says quietly who changed
 * something. To be provided by the page.
 */
@Injectable()
export class ProgrammeNews {
  private readonly me = inject(StaffAccess).me;
  private readonly readers = new Set<() => boolean>();
  private readonly last = signal<ProgrammeChange | null>(null);
  private gathering: ReturnType<typeof setTimeout> | undefined;
  private fading: ReturnType<typeof setTimeout> | undefined;
  private readHereAt = -ECHO_MS;

  /** What a colleague just did, in words; empty a while after, and for what one did oneself. */
  readonly hint = computed(() => {
    const change = this.last();
    if (!change) return '';
    const sessions = change.sessionIds.length;
    if (change.by && sessions === 1)
      return $localize`:@@planning.live.one-by:${change.by.name}:name: just changed a session.`;
    if (change.by && sessions > 1)
      return $localize`:@@planning.live.many-by:${change.by.name}:name: just changed ${sessions}:count: sessions.`;
    if (change.by)
      return $localize`:@@planning.live.series-by:${change.by.name}:name: just changed a series.`;
    return $localize`:@@planning.live.changed:The programme was just updated.`;
  });

  constructor() {
    inject(ProgrammeChanges).listen((change) => {
      this.hear(change);
    });
    inject(DestroyRef).onDestroy(() => {
      clearTimeout(this.gathering);
      clearTimeout(this.fading);
    });
  }

  /** Called in the making of a view; ends with it. `reader` says whether it begins anew. */
  readAgain(reader: () => boolean): void {
    this.readers.add(reader);
    inject(DestroyRef).onDestroy(() => this.readers.delete(reader));
  }

  /** After a change of one's own: the views do not wait to be told. */
  changedHere(): void {
    if (this.read()) this.readHereAt = performance.now();
  }

  /** False where a view was reading already, which may have been too early. */
  private read(): boolean {
    clearTimeout(this.gathering);
    return [...this.readers].map((reader) => reader()).every(Boolean);
  }

  private hear(change: ProgrammeChange): void {
    const isMine = change.by !== null && change.by.id === this.me()?.id;
    if (isMine && !change.isWhole && performance.now() - this.readHereAt < ECHO_MS) return;
    clearTimeout(this.gathering);
    this.gathering = setTimeout(() => this.read(), GATHER_MS);
    if (isMine) return;
    this.last.set(change);
    clearTimeout(this.fading);
    this.fading = setTimeout(() => {
      this.last.set(null);
    }, HINT_MS);
  }
}

import { computed, DestroyRef, inject, Injectable, signal } from '@angular/core';
import type { ProgrammeChange } from '@reihe/shared-contracts';
import { ProgrammeChanges, StaffAccess } from '@reihe/web-data-access';

/** Changes that come close together are read once. */
const GATHER_MS = 250;
const HINT_MS = 12_000;

/**
 * Keeps the open views true to what colleagues do: each view says how it reads again; the page says quietly who changed
 * something. To be provided by the page.
 */
@Injectable()
export class ProgrammeNews {
  private readonly changes = inject(ProgrammeChanges);
  private readonly me = inject(StaffAccess).me;
  private readonly readers = new Set<() => void>();
  private readonly last = signal<ProgrammeChange | null>(null);
  private gathering: ReturnType<typeof setTimeout> | undefined;
  private fading: ReturnType<typeof setTimeout> | undefined;

  readonly isLive = this.changes.isLive;
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
    this.changes.listen((change) => {
      this.hear(change);
    });
    inject(DestroyRef).onDestroy(() => {
      clearTimeout(this.gathering);
      clearTimeout(this.fading);
    });
  }

  /** Called in the making of a view; ends with it. */
  readAgain(reader: () => void): void {
    this.readers.add(reader);
    inject(DestroyRef).onDestroy(() => this.readers.delete(reader));
  }

  /** After a change of one's own: the views do not wait to be told. */
  changedHere(): void {
    for (const reader of this.readers) reader();
  }

  private hear(change: ProgrammeChange): void {
    clearTimeout(this.gathering);
    this.gathering = setTimeout(() => {
      this.changedHere();
    }, GATHER_MS);
    if (change.by?.id === this.me()?.id) return;
    this.last.set(change);
    clearTimeout(this.fading);
    this.fading = setTimeout(() => {
      this.last.set(null);
    }, HINT_MS);
  }
}

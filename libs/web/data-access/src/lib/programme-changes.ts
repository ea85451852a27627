import { DOCUMENT, inject, Injectable, InjectionToken, signal, type Signal, DestroyRef } from '@angular/core';
import { apiPaths, PROGRAMME_BEAT_MS, PROGRAMME_EVENTS, type ProgrammeChange } from '@reihe/shared-contracts';
import { apiAddress } from './requests';
import { StaffAccess } from './staff-access';

/** As much of a browser's `EventSource` as is used here. */
export interface EventLine {
  addEventListener(type: string, listener: (event: { data?: unknown }) => void): void;
  close(): void;
}

/** How a line is opened; a spec gives its own. */
export const EVENT_LINE = new InjectionToken<(address: string) => EventLine>('EVENT_LINE', {
  providedIn: 'root',
  factory: () => (address) => new EventSource(address),
});

type Listener = (change: ProgrammeChange) => void;

const EVERYTHING: ProgrammeChange = { sessionIds: [], seriesIds: [], by: null, isWhole: true };
const FIRST_WAIT_MS = 1000;
const LONGEST_WAIT_MS = 30_000;
/** A browser has few lines to one server: a page nobody looks at gives its line back. */
const HIDDEN_FOR_MS = 30_000;

/**
 * What colleagues change in the programme, while somebody listens. One line per page however many listen; a lost line is opened
 * again after a growing wait, and listeners are told to read everything anew, for something may have been missed.
 */
@Injectable({ providedIn: 'root' })
export class ProgrammeChanges {
  private readonly open = inject(EVENT_LINE);
  private readonly access = inject(StaffAccess);
  private readonly document = inject(DOCUMENT);
  private readonly listeners = new Set<Listener>();
  private readonly standing = signal(false);
  private line: EventLine | null = null;
  private failures = 0;
  private hasMissed = false;
  private again: ReturnType<typeof setTimeout> | undefined;
  private silence: ReturnType<typeof setTimeout> | undefined;
  private hidden: ReturnType<typeof setTimeout> | undefined;

  /** Whether changes are heard at the moment. */
  readonly isLive: Signal<boolean> = this.standing.asReadonly();

  constructor() {
    const follow = () => {
      this.follow();
    };
    this.document.addEventListener('visibilitychange', follow);
    inject(DestroyRef).onDestroy(() => {
      this.document.removeEventListener('visibilitychange', follow);
      clearTimeout(this.hidden);
      this.end();
    });
  }

  /** Listens until the component or service in whose making it is called is gone. */
  listen(listener: Listener): void {
    this.listeners.add(listener);
    inject(DestroyRef).onDestroy(() => {
      this.listeners.delete(listener);
      if (this.listeners.size === 0) this.end();
    });
    if (!this.line) this.start();
  }

  private follow(): void {
    clearTimeout(this.hidden);
    if (this.document.visibilityState === 'visible') {
      if (this.listeners.size > 0 && !this.line) this.start();
      return;
    }
    this.hidden = setTimeout(() => {
      this.hasMissed = true;
      this.end();
    }, HIDDEN_FOR_MS);
  }

  private start(): void {
    clearTimeout(this.again);
    // Who has signed out hears nothing more.
    if (!this.access.isSignedIn() || this.document.visibilityState === 'hidden') return;
    const line = this.open(apiAddress(apiPaths.programmeChanges));
    this.line = line;
    this.expectBeat();
    line.addEventListener(PROGRAMME_EVENTS.beat, () => {
      this.stand();
    });
    line.addEventListener(PROGRAMME_EVENTS.change, ({ data }) => {
      this.stand();
      this.tell(JSON.parse(String(data)) as ProgrammeChange);
    });
    line.addEventListener('error', () => {
      if (this.line === line) this.lose();
    });
  }

  private stand(): void {
    if (!this.access.isSignedIn()) {
      this.end();
      return;
    }
    this.expectBeat();
    this.failures = 0;
    this.standing.set(true);
    if (!this.hasMissed) return;
    this.hasMissed = false;
    this.tell(EVERYTHING);
  }

  private expectBeat(): void {
    clearTimeout(this.silence);
    this.silence = setTimeout(() => {
      this.lose();
    }, 3 * PROGRAMME_BEAT_MS);
  }

  private lose(): void {
    this.end();
    this.hasMissed = true;
    const wait = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** this.failures);
    this.failures++;
    this.again = setTimeout(() => {
      this.start();
    }, wait);
  }

  private end(): void {
    clearTimeout(this.again);
    clearTimeout(this.silence);
    this.line?.close();
    this.line = null;
    this.standing.set(false);
  }

  private tell(change: ProgrammeChange): void {
    for (const listener of this.listeners) listener(change);
  }
}

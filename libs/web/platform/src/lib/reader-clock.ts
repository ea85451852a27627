import {
  afterNextRender,
  computed,
  inject,
  makeStateKey,
  Service,
  signal,
  TransferState,
} from '@angular/core';

const RENDERED_AT = makeStateKey<number>('rendered-at');

/** The reader's time. Pages begin with the server's, so that the browser takes over what it finds, and are then told the reader's. */
@Service()
export class ReaderClock {
  private readonly transferred = inject(TransferState);
  private readonly known = signal({ now: this.renderedAt(), timeZone: null as string | null });

  readonly now = computed(() => this.known().now);
  /** IANA zone of the reader's device; null until a browser has told it. */
  readonly timeZone = computed(() => this.known().timeZone);

  constructor() {
    afterNextRender(() => {
      this.known.set({
        now: new Date(),
        timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone || null,
      });
    });
  }

  private renderedAt(): Date {
    const at = this.transferred.get(RENDERED_AT, Date.now());
    this.transferred.set(RENDERED_AT, at);
    return new Date(at);
  }
}

import {
  afterNextRender,
  computed,
  inject,
  makeStateKey,
  Service,
  signal,
  TransferState,
} from '@angular/core';
import { isTimeZone } from '@reihe/shared-policies';

const RENDERED_AT = makeStateKey<number>('rendered-at');

/** The reader's time. Pages begin with the server's, so that the browser takes over what it finds, and are then told the reader's. */
@Service()
export class ReaderClock {
  private readonly transferred = inject(TransferState);
  private readonly known = signal({ now: this.renderedAt(), timeZone: null as string | null });

  readonly now = computed(() => this.known().now);
  /** IANA zone of the reader's device; null until a browser has told it, and where it names one that only browsers know. */
  readonly timeZone = computed(() => this.known().timeZone);

  constructor() {
    afterNextRender(() => {
      const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
      this.known.set({ now: new Date(), timeZone: isTimeZone(timeZone) ? timeZone : null });
    });
  }

  private renderedAt(): Date {
    const at = this.transferred.get(RENDERED_AT, Date.now());
    this.transferred.set(RENDERED_AT, at);
    return new Date(at);
  }
}

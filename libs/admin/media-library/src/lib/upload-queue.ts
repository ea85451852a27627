import { computed, DestroyRef, DOCUMENT, inject, Injectable, LOCALE_ID, signal } from '@angular/core';
import { ACCEPTED_IMAGE_TYPES, MEDIA_LIMITS, type Media } from '@reihe/shared-contracts';
import { failureOf } from '@reihe/web-platform';
import { staffFailureWords, staffProblemWords } from '@reihe/web-forms';
import type { Subscription } from 'rxjs';
import type { UploadProgress } from '@reihe/shared-editorial';
import { MediaClient } from '@reihe/web-data-access';

export type UploadState =
  | { kind: 'waiting' }
  /** `part` of the bytes are sent, 0 to 1; at 1 the server makes the sizes readers get. */
  | { kind: 'sending'; part: number }
  | { kind: 'done'; media: Media }
  /** What never can be taken is not worth another try. */
  | { kind: 'failed'; words: string; canRetry: boolean };

export interface QueuedUpload {
  readonly key: number;
  readonly file: File;
  readonly state: UploadState;
}

/** The server makes several sizes of each image: more at once would only wait there. */
const AT_ONCE = 2;

/** Images on their way into the library. Provided by the route: an upload goes on while one works on another page. */
@Injectable()
export class UploadQueue {
  private readonly client = inject(MediaClient);
  /** "20 MB" */
  readonly limit = new Intl.NumberFormat(inject(LOCALE_ID), { style: 'unit', unit: 'megabyte' }).format(
    MEDIA_LIMITS.bytes / 1024 / 1024,
  );

  private readonly running = new Map<number, Subscription>();
  private lastKey = 0;

  private readonly all = signal<readonly QueuedUpload[]>([]);
  private readonly arrived = signal(0);

  readonly uploads = this.all.asReadonly();
  /** Grows with each image that the library has received. */
  readonly arrivals = this.arrived.asReadonly();
  readonly done = computed(() => this.count('done'));
  readonly failed = computed(() => this.count('failed'));
  readonly isBusy = computed(() => this.count('waiting') + this.count('sending') > 0);

  constructor() {
    const view = inject(DOCUMENT).defaultView;
    const warn = (event: BeforeUnloadEvent) => {
      if (this.isBusy()) event.preventDefault();
    };
    view?.addEventListener('beforeunload', warn);
    inject(DestroyRef).onDestroy(() => view?.removeEventListener('beforeunload', warn));
  }

  add(files: Iterable<File>): void {
    const added = Array.from(files, (file) => ({
      key: (this.lastKey += 1),
      file,
      state: this.refusal(file) ?? ({ kind: 'waiting' } as const),
    }));
    this.all.update((uploads) => [...uploads, ...added]);
    this.startNext();
  }

  retry(key: number): void {
    this.set(key, { kind: 'waiting' });
    this.startNext();
  }

  /** Takes an upload off the list; stops it when it is under way. */
  drop(key: number): void {
    this.running.get(key)?.unsubscribe();
    this.running.delete(key);
    this.all.update((uploads) => uploads.filter((upload) => upload.key !== key));
    this.startNext();
  }

  /** The image was deleted: nothing leads there any more. */
  forget(image: Media): void {
    this.all.update((uploads) =>
      uploads.filter(({ state }) => state.kind !== 'done' || state.media.id !== image.id),
    );
  }

  dropFinished(): void {
    this.all.update((uploads) => uploads.filter(({ state }) => state.kind !== 'done'));
  }

  private startNext(): void {
    const waiting = this.all().filter(({ state }) => state.kind === 'waiting');
    for (const { key, file } of waiting.slice(0, Math.max(0, AT_ONCE - this.running.size)))
      this.start(key, file);
  }

  private start(key: number, file: File): void {
    this.set(key, { kind: 'sending', part: 0 });
    const sending = this.client.upload(file).subscribe({
      next: (upload) => {
        this.set(key, stateOf(upload));
        if (upload.kind === 'done') this.arrived.update((count) => count + 1);
      },
      error: (error: unknown) => {
        const failure = failureOf(error);
        const isRefused = failure.kind === 'problem' && REFUSALS.has(failure.problem.code);
        this.set(key, { kind: 'failed', words: staffFailureWords(failure), canRetry: !isRefused });
        this.finish(key);
      },
      complete: () => {
        this.finish(key);
      },
    });
    if (!sending.closed) this.running.set(key, sending);
  }

  private finish(key: number): void {
    this.running.delete(key);
    this.startNext();
  }

  /** What the server would refuse after all bytes are sent is said before. */
  private refusal(file: File): UploadState | null {
    // A browser that does not know the type leaves it empty; the server then looks into the file.
    if (file.type && !(ACCEPTED_IMAGE_TYPES as readonly string[]).includes(file.type))
      return { kind: 'failed', words: staffProblemWords('media.unsupported'), canRetry: false };
    if (file.size <= MEDIA_LIMITS.bytes) return null;
    return {
      kind: 'failed',
      words: $localize`:@@media.upload.too-large:This file is too large: an image may have up to ${this.limit}:limit:.`,
      canRetry: false,
    };
  }

  private set(key: number, state: UploadState): void {
    this.all.update((uploads) =>
      uploads.map((upload) => (upload.key === key ? { ...upload, state } : upload)),
    );
  }

  private count(kind: UploadState['kind']): number {
    return this.all().filter(({ state }) => state.kind === kind).length;
  }
}

const REFUSALS: ReadonlySet<string> = new Set([
  'media.unsupported',
  'media.broken',
  'request.too-large',
  'auth.forbidden',
]);

function stateOf(upload: UploadProgress): UploadState {
  if (upload.kind === 'done') return upload;
  return { kind: 'sending', part: upload.total > 0 ? Math.min(1, upload.sent / upload.total) : 0 };
}

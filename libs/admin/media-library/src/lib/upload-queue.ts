import { computed, DestroyRef, DOCUMENT, inject, Injectable, LOCALE_ID, signal } from '@angular/core';
import { ACCEPTED_IMAGE_TYPES, MEDIA_LIMITS, type Media } from '@reihe/shared-contracts';
import type { UploadProgress } from '@reihe/shared-editorial';
import { failureOf } from '@reihe/web-platform';
import { staffFailureWords, staffProblemWords } from '@reihe/web-forms';
import type { Subscription } from 'rxjs';
import { MediaClient, StaffAccess } from '@reihe/web-data-access';
import { KeptUploads } from './kept-uploads';

export type UploadState =
  | { kind: 'waiting' }
  /** `part` of the bytes are sent, 0 to 1; `isWaiting`: the line is down, and it goes on by itself. */
  | { kind: 'sending'; part: number; isWaiting: boolean }
  | { kind: 'done'; media: Media }
  /** What never can be taken is not worth another try. */
  | { kind: 'failed'; words: string; canRetry: boolean };

export interface QueuedUpload {
  readonly key: number;
  readonly file: File;
  /** Names it among the files that this browser keeps. */
  readonly keptAs: string;
  readonly isKept: boolean;
  /** Its address on the server, by which it goes on after an interruption. */
  readonly uploadId: string | null;
  readonly state: UploadState;
}

/** More at once would share one line and make each slower. */
const AT_ONCE = 2;

/**
 * Images on their way into the library. Provided by the route: an upload goes on while one works on another page. What a reload
 * interrupted goes on once the page is there again.
 */
@Injectable()
export class UploadQueue {
  private readonly client = inject(MediaClient);
  private readonly kept = inject(KeptUploads);
  private readonly access = inject(StaffAccess);
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
  private readonly unfinished = computed(() =>
    this.all().filter(({ state }) => state.kind === 'waiting' || state.kind === 'sending'),
  );
  readonly isBusy = computed(() => this.unfinished().length > 0);

  constructor() {
    void this.resume();
    const view = inject(DOCUMENT).defaultView;
    const warn = (event: BeforeUnloadEvent) => {
      // What the browser keeps goes on later.
      if (this.unfinished().some(({ isKept }) => !isKept)) event.preventDefault();
    };
    view?.addEventListener('beforeunload', warn);
    inject(DestroyRef).onDestroy(() => view?.removeEventListener('beforeunload', warn));
  }

  add(files: Iterable<File>): void {
    const added = Array.from(files, (file) => {
      const key = (this.lastKey += 1);
      const keptAs = `${Date.now()}-${Math.random()}-${key}`;
      const state = this.refusal(file) ?? ({ kind: 'waiting' } as const);
      return { key, file, keptAs, isKept: false, uploadId: null, state };
    });
    this.all.update((uploads) => [...uploads, ...added]);
    for (const upload of added) if (upload.state.kind === 'waiting') void this.keep(upload);
    this.startNext();
  }

  retry(key: number): void {
    this.change(key, { state: { kind: 'waiting' } });
    this.startNext();
  }

  /** Takes an upload off the list; stops it when it is under way. */
  drop(key: number): void {
    this.running.get(key)?.unsubscribe();
    this.running.delete(key);
    const upload = this.find(key);
    this.all.update((uploads) => uploads.filter((other) => other.key !== key));
    if (upload) this.letGo(upload);
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

  private async resume(): Promise<void> {
    const staffId = this.access.me()?.id;
    if (staffId === undefined) return;
    const left = await this.kept.left(staffId);
    if (left.length === 0) return;
    const resumed = left.map(({ id, uploadId, file }) => ({
      key: (this.lastKey += 1),
      file,
      keptAs: id,
      isKept: true,
      uploadId,
      state: { kind: 'waiting' } as const,
    }));
    this.all.update((uploads) => [...uploads, ...resumed]);
    this.startNext();
  }

  private async keep({ key, keptAs, file, uploadId }: QueuedUpload): Promise<void> {
    const staffId = this.access.me()?.id;
    if (staffId === undefined) return;
    const isKept = await this.kept.put({ id: keptAs, uploadId, staffId, file });
    const state = this.find(key)?.state.kind;
    // It may have arrived, or been taken off the list, while it was being kept.
    if (state === 'waiting' || state === 'sending') this.change(key, { isKept });
    else if (isKept) void this.kept.forget(keptAs);
  }

  /** Left alone, the server forgets it after a day. */
  private letGo({ keptAs, isKept, uploadId, state }: QueuedUpload): void {
    if (isKept) void this.kept.forget(keptAs);
    if (uploadId !== null && state.kind !== 'done')
      void this.client.dropUpload(uploadId).catch(() => undefined);
  }

  private startNext(): void {
    const waiting = this.all().filter(({ state }) => state.kind === 'waiting');
    for (const upload of waiting.slice(0, Math.max(0, AT_ONCE - this.running.size))) this.start(upload);
  }

  private start({ key, file, uploadId }: QueuedUpload): void {
    this.change(key, { state: { kind: 'sending', part: 0, isWaiting: false } });
    const sending = this.client.upload(file, uploadId).subscribe({
      next: (progress) => {
        this.progress(key, progress);
      },
      error: (error: unknown) => {
        this.fail(key, error);
        this.finish(key);
      },
      complete: () => {
        this.finish(key);
      },
    });
    if (!sending.closed) this.running.set(key, sending);
  }

  private progress(key: number, progress: UploadProgress): void {
    switch (progress.kind) {
      case 'begun': {
        this.change(key, { uploadId: progress.uploadId });
        const upload = this.find(key);
        if (upload) void this.keep(upload);
        break;
      }
      case 'sending':
      case 'waiting': {
        const { kind, sent, total } = progress;
        const part = total > 0 ? Math.min(1, sent / total) : 0;
        this.change(key, { state: { kind: 'sending', part, isWaiting: kind === 'waiting' } });
        break;
      }
      case 'done':
        this.change(key, { state: progress });
        this.forgetKept(key);
        this.arrived.update((count) => count + 1);
    }
  }

  private fail(key: number, error: unknown): void {
    const failure = failureOf(error);
    const isRefused = failure.kind === 'problem' && REFUSALS.has(failure.problem.code);
    this.change(key, { state: { kind: 'failed', words: staffFailureWords(failure), canRetry: !isRefused } });
    // The server has let go of it as well.
    if (isRefused) this.forgetKept(key);
  }

  private forgetKept(key: number): void {
    const upload = this.find(key);
    if (upload?.isKept) void this.kept.forget(upload.keptAs);
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
    if (file.size === 0)
      return {
        kind: 'failed',
        words: $localize`:@@media.upload.empty:This file is empty: there is nothing in it.`,
        canRetry: false,
      };
    if (file.size <= MEDIA_LIMITS.bytes) return null;
    return {
      kind: 'failed',
      words: $localize`:@@media.upload.too-large:This file is too large: an image may have up to ${this.limit}:limit:.`,
      canRetry: false,
    };
  }

  private find(key: number): QueuedUpload | undefined {
    return this.all().find((upload) => upload.key === key);
  }

  private change(key: number, change: Partial<QueuedUpload>): void {
    this.all.update((uploads) =>
      uploads.map((upload) => (upload.key === key ? { ...upload, ...change } : upload)),
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

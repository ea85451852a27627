import { type HttpClient, HttpErrorResponse, HttpEventType } from '@angular/common/http';
import { apiPaths } from '@reihe/shared-contracts';
import {
  UPLOAD_CHUNK_BYTES,
  type BeginUpload,
  type MediaUpload,
  type UploadProgress,
} from '@reihe/shared-editorial';
import { firstValueFrom, fromEvent, lastValueFrom, Observable, race, takeUntil, tap, timer } from 'rxjs';
import { apiAddress } from './requests';

/** A line that is down is tried again after a second, then ever more seldom; at once when the browser says that it is back. */
const FIRST_PAUSE_MS = 1000;
const LONGEST_PAUSE_MS = 30_000;

/** What a server says that is being restarted, or a proxy before it. A refusal has a code; these have none. */
const AWAY: ReadonlySet<number> = new Set([0, 502, 503, 504]);

/**
 * Sends a file in parts (ADR 27) and goes on by itself after interruptions; unsubscribing stops it and leaves on the server what
 * has arrived. Fails with what the server refuses, and where the file itself can no longer be read.
 * @param begun an upload that was interrupted earlier; one that the server has forgotten is begun anew
 */
export function sendInParts(http: HttpClient, file: File, begun: string | null): Observable<UploadProgress> {
  return new Observable<UploadProgress>((subscriber) => {
    const stopped = new Observable<void>((stop) => {
      subscriber.add(() => {
        stop.next();
      });
    });
    new Sending(
      http,
      file,
      (progress) => {
        subscriber.next(progress);
      },
      stopped,
    )
      .run(begun)
      .then(
        () => {
          subscriber.complete();
        },
        (error: unknown) => {
          if (!subscriber.closed) subscriber.error(error);
        },
      );
  });
}

class Sending {
  private pause = FIRST_PAUSE_MS;

  constructor(
    private readonly http: HttpClient,
    private readonly file: File,
    private readonly tell: (progress: UploadProgress) => void,
    private readonly stopped: Observable<void>,
  ) {}

  async run(begun: string | null): Promise<void> {
    let upload = (begun === null ? null : await this.asked(begun)) ?? (await this.began());
    this.tell({ kind: 'begun', uploadId: upload.id });
    while (!upload.media) upload = await this.next(upload);
    this.tell({ kind: 'done', media: upload.media });
  }

  /** What the server has after one more part. */
  private async next(upload: MediaUpload): Promise<MediaUpload> {
    const { id, offset } = upload;
    const part = this.file.slice(offset, offset + UPLOAD_CHUNK_BYTES);
    // A file that was changed or taken away meanwhile fails here, with its own reason, and not as a broken line.
    const bytes = await part.arrayBuffer();
    try {
      const sent = await this.persistently(offset, () => this.send(id, offset, bytes));
      return sent ?? upload;
    } catch (error) {
      const actual = actualOffset(error);
      // The answer to this part got lost, the part did not.
      if (actual === null || actual === offset) throw error;
      return { ...upload, offset: actual };
    }
  }

  private async send(id: string, offset: number, bytes: ArrayBuffer): Promise<MediaUpload | null> {
    const total = this.file.size;
    const events = this.http.put<MediaUpload>(apiAddress(apiPaths.mediaUpload(id)), new Blob([bytes]), {
      params: { offset },
      headers: { 'Content-Type': 'application/octet-stream' },
      reportProgress: true,
      observe: 'events',
    });
    const last = await lastValueFrom(
      events.pipe(
        tap((event) => {
          if (event.type === HttpEventType.UploadProgress)
            this.tell({ kind: 'sending', sent: Math.min(total, offset + event.loaded), total });
        }),
        takeUntil(this.stopped),
      ),
    );
    return last.type === HttpEventType.Response ? last.body : null;
  }

  private began(): Promise<MediaUpload> {
    const body: BeginUpload = { fileName: this.file.name.slice(-200), byteSize: this.file.size };
    return this.persistently(0, () =>
      firstValueFrom(
        this.http.post<MediaUpload>(apiAddress(apiPaths.mediaUploads), body).pipe(takeUntil(this.stopped)),
      ),
    );
  }

  private async asked(id: string): Promise<MediaUpload | null> {
    try {
      return await this.persistently(0, () =>
        firstValueFrom(
          this.http.get<MediaUpload>(apiAddress(apiPaths.mediaUpload(id))).pipe(takeUntil(this.stopped)),
        ),
      );
    } catch (error) {
      if (error instanceof HttpErrorResponse && error.status === 404) return null;
      throw error;
    }
  }

  private async persistently<T>(sent: number, request: () => Promise<T>): Promise<T> {
    for (;;) {
      try {
        const answer = await request();
        this.pause = FIRST_PAUSE_MS;
        return answer;
      } catch (error) {
        if (!isAway(error)) throw error;
        this.tell({ kind: 'waiting', sent, total: this.file.size });
        await firstValueFrom(
          race(timer(this.pause), fromEvent(window, 'online')).pipe(takeUntil(this.stopped)),
        );
        this.pause = Math.min(LONGEST_PAUSE_MS, this.pause * 2);
      }
    }
  }
}

function isAway(error: unknown): boolean {
  return error instanceof HttpErrorResponse && AWAY.has(error.status) && codeOf(error) === undefined;
}

function codeOf(error: HttpErrorResponse): unknown {
  return (error.error as { code?: unknown } | null)?.code;
}

function actualOffset(error: unknown): number | null {
  if (!(error instanceof HttpErrorResponse) || codeOf(error) !== 'upload.wrong-offset') return null;
  const { details } = error.error as { details?: { offset?: unknown } };
  return typeof details?.offset === 'number' ? details.offset : null;
}

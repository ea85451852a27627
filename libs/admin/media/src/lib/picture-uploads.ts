import { inject, Injectable, signal } from '@angular/core';
import type { Media } from '@reihe/shared-contracts';
import { failureOf } from '@reihe/web-platform';
import { staffFailureWords } from '@reihe/web-forms';
import { PictureLibrary } from './picture-library';

export interface PictureUpload {
  readonly key: number;
  readonly file: File;
  /** Part of the bytes that are sent, 0 to 1. */
  readonly sent: number;
  /** Why it failed; empty while it has not. */
  readonly failure: string;
}

/** Pictures on their way into one place of a screen. Those that arrive leave the list. */
@Injectable()
export class PictureUploads {
  private readonly client = inject(PictureLibrary);
  private readonly all = signal<readonly PictureUpload[]>([]);
  private lastKey = 0;

  readonly uploads = this.all.asReadonly();

  send(file: File, arrived: (media: Media) => void): void {
    const key = (this.lastKey += 1);
    this.all.update((uploads) => [...uploads, { key, file, sent: 0, failure: '' }]);
    this.client.upload(file).subscribe({
      next: (upload) => {
        if (upload.kind === 'sending') this.set(key, { sent: upload.sent / Math.max(1, upload.total) });
        else if (upload.kind === 'done') {
          this.drop(key);
          arrived(upload.media);
        }
      },
      error: (error: unknown) => {
        this.set(key, { failure: staffFailureWords(failureOf(error)) });
      },
    });
  }

  drop(key: number): void {
    this.all.update((uploads) => uploads.filter((upload) => upload.key !== key));
  }

  private set(key: number, change: Partial<PictureUpload>): void {
    this.all.update((uploads) =>
      uploads.map((upload) => (upload.key === key ? { ...upload, ...change } : upload)),
    );
  }
}

import { httpResource } from '@angular/common/http';
import { computed, inject, Injectable } from '@angular/core';
import { apiPaths } from '@reihe/shared-contracts';
import type {
  BatchPreview,
  BatchSession,
  CreateBatch,
  DuplicateSession,
  PreviewBatch,
  SessionBatch,
} from '@reihe/shared-planning';
import { apiAddress } from './requests';
import { StaffHttp } from './staff-http';

/** Many sessions in one go, and one session once more. */
@Injectable({ providedIn: 'root' })
export class BatchesClient {
  private readonly http = inject(StaffHttp);

  /** What is to be known of the dates; asked again when they change, idle while there are none. */
  preview(batch: () => PreviewBatch | null) {
    const question = computed(batch, { equal: (a, b) => JSON.stringify(a) === JSON.stringify(b) });
    return httpResource<BatchPreview>(() => {
      const body = question();
      return body ? { url: apiAddress(apiPaths.previewBatch), method: 'POST', body } : undefined;
    });
  }

  /** Sent again with the same key, it answers what the first one made. */
  create(batch: CreateBatch): Promise<SessionBatch> {
    return this.http.post(apiPaths.batches, batch);
  }

  /** Removes the drafts of a batch that nobody has touched. */
  undo(key: string): Promise<void> {
    return this.http.delete(apiPaths.batch(key));
  }

  duplicate(sessionId: string, copy: DuplicateSession): Promise<BatchSession> {
    return this.http.post(apiPaths.duplicateSession(sessionId), copy);
  }
}

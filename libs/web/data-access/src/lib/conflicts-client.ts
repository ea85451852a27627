import { httpResource } from '@angular/common/http';
import { computed, Injectable } from '@angular/core';
import { apiPaths } from '@reihe/shared-contracts';
import type { Conflict, ConflictsFilter, SessionConflicts, TypedSession } from '@reihe/shared-planning';
import { apiAddress, readFrom } from './requests';

/** What an organiser should know about the programme to come. */
@Injectable({ providedIn: 'root' })
export class ConflictsClient {
  /** Idle while the filter is null. */
  list(filter: () => ConflictsFilter | null) {
    return readFrom<SessionConflicts[]>(() => {
      const query = filter();
      return query ? { path: apiPaths.conflicts, query } : null;
    });
  }

  /** Of a session as it is being typed; asked again whenever it changes, idle while it is null. */
  ofTyped(typed: () => TypedSession | null) {
    const body = computed(typed, { equal: (a, b) => JSON.stringify(a) === JSON.stringify(b) });
    return httpResource<Conflict[]>(() => {
      const asked = body();
      return asked ? { url: apiAddress(apiPaths.conflictsPreview), method: 'POST', body: asked } : undefined;
    });
  }
}

import { inject, Injectable } from '@angular/core';
import { apiPaths, type Page } from '@reihe/shared-contracts';
import type { OutboxMessage, OutboxState, OutboxStatus, OutboxSummary } from '@reihe/shared-registration';
import { readAt, readFrom, type ListQuery } from './requests';
import { StaffHttp } from './staff-http';

export interface OutboxQuery extends ListQuery {
  state?: OutboxState | undefined;
}

@Injectable({ providedIn: 'root' })
export class OutboxClient {
  private readonly http = inject(StaffHttp);

  list(query: () => OutboxQuery) {
    return readFrom<Page<OutboxSummary>>(() => ({ path: apiPaths.outbox, query: query() }));
  }

  /** Idle where it is not wanted, e.g. for an account that may not see it. */
  status(isWanted: () => boolean = () => true) {
    return readFrom<OutboxStatus>(() => (isWanted() ? { path: apiPaths.outboxStatus } : null));
  }

  message(id: () => string | null) {
    return readAt<OutboxMessage>(id, apiPaths.outboxMessage);
  }

  async retry(id: string): Promise<void> {
    await this.http.post(apiPaths.retryMessage(id));
  }
}

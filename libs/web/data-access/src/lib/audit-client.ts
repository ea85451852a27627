import { Injectable } from '@angular/core';
import { apiPaths, type Audited, type AuditEntry, type Page } from '@reihe/shared-contracts';
import { readFrom, type ListQuery } from './requests';

export interface AuditQuery extends ListQuery {
  subject?: Audited | undefined;
  /** Part of a staff name. */
  actor?: string | undefined;
  action?: string | undefined;
  /** ISO dates, both included. */
  from?: string | undefined;
  until?: string | undefined;
}

@Injectable({ providedIn: 'root' })
export class AuditClient {
  list(query: () => AuditQuery) {
    return readFrom<Page<AuditEntry>>(() => ({ path: apiPaths.audit, query: query() }));
  }
}

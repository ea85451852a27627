import { inject, Injectable } from '@angular/core';
import {
  apiPaths,
  type CancelSession,
  type Page,
  type ReviseSession,
  type SaveSession,
  type Session,
  type SessionKind,
  type SessionListItem,
  type SessionNeed,
  type SessionSort,
  type SessionState,
} from '@reihe/shared-contracts';
import { readAt, readFrom, type ListQuery } from './requests';
import { StaffHttp } from './staff-http';

export interface SessionsQuery extends ListQuery {
  /** Id of a series. */
  series?: string | undefined;
  state?: SessionState | undefined;
  kind?: SessionKind | undefined;
  /** Ids. */
  region?: string | undefined;
  category?: string | undefined;
  /** Spoken or interpreted, BCP 47. */
  language?: string | undefined;
  /** Instants: what overlaps the time between them. */
  from?: string | undefined;
  to?: string | undefined;
  needs?: SessionNeed | undefined;
  sort?: SessionSort | undefined;
  /** Only these. */
  ids?: readonly string[] | undefined;
}

@Injectable({ providedIn: 'root' })
export class SessionsClient {
  private readonly http = inject(StaffHttp);

  /** Idle while it gives null. */
  list(query: () => SessionsQuery | null) {
    return readFrom<Page<SessionListItem>>(() => {
      const asked = query();
      return asked && { path: apiPaths.sessions, query: asked };
    });
  }

  fetchList(query: SessionsQuery): Promise<Page<SessionListItem>> {
    return this.http.get(apiPaths.sessions, { ...query, ids: query.ids?.join(',') });
  }

  one(id: () => string | null) {
    return readAt<Session>(id, apiPaths.session);
  }

  fetch(id: string): Promise<Session> {
    return this.http.get(apiPaths.session(id));
  }

  create(session: SaveSession): Promise<Session> {
    return this.http.post(apiPaths.sessions, session);
  }

  save(id: string, session: SaveSession): Promise<Session> {
    return this.http.put(apiPaths.session(id), session);
  }

  revise(id: string, revision: ReviseSession): Promise<Session> {
    return this.http.patch(apiPaths.session(id), revision);
  }

  publish(id: string, version: number): Promise<Session> {
    return this.http.post(apiPaths.publishSession(id), { version });
  }

  hold(id: string, version: number): Promise<Session> {
    return this.http.post(apiPaths.holdSession(id), { version });
  }

  /** Tells everyone registered, with the reason as typed. */
  cancel(id: string, cancellation: CancelSession): Promise<Session> {
    return this.http.post(apiPaths.cancelSession(id), cancellation);
  }
}

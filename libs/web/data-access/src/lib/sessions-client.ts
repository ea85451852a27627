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
  type SpeakerJoinAddress,
} from '@reihe/shared-contracts';
import type { RestoreSession, SessionHistory } from '@reihe/shared-planning';
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

  /** Where its speakers join; makes the addresses that are not there yet. */
  speakerJoinAddresses(id: string): Promise<SpeakerJoinAddress[]> {
    return this.http.get(apiPaths.speakerJoinAddresses(id));
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

  history(id: () => string | null, query: () => ListQuery) {
    return readFrom<SessionHistory>(() => {
      const asked = id();
      return asked === null ? null : { path: apiPaths.sessionVersions(asked), query: query() };
    });
  }

  /** Saves the content of an old version anew; `version` is the present one. */
  restore(id: string, number: number, body: RestoreSession): Promise<Session> {
    return this.http.post(apiPaths.restoreSession(id, number), body);
  }

  /** Tells everyone registered, with the reason as typed. */
  cancel(id: string, cancellation: CancelSession): Promise<Session> {
    return this.http.post(apiPaths.cancelSession(id), cancellation);
  }
}

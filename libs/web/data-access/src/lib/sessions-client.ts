import { inject, Injectable } from '@angular/core';
import {
  apiPaths,
  type CancelSession,
  type Page,
  type RestoreSession,
  type SaveSession,
  type Session,
  type SessionHistory,
  type SessionListItem,
  type SessionState,
  type SpeakerJoinAddress,
} from '@reihe/shared-contracts';
import { readAt, readFrom, type ListQuery } from './requests';
import { StaffHttp } from './staff-http';

export interface SessionsQuery extends ListQuery {
  /** Id of a series. */
  series?: string | undefined;
  state?: SessionState | undefined;
}

@Injectable({ providedIn: 'root' })
export class SessionsClient {
  private readonly http = inject(StaffHttp);

  list(query: () => SessionsQuery) {
    return readFrom<Page<SessionListItem>>(() => ({ path: apiPaths.sessions, query: query() }));
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

import { inject, Injectable } from '@angular/core';
import { apiPaths, type RegistrationsOfSession, type RegistrationState } from '@reihe/shared-contracts';
import { readFrom, type ListQuery } from './requests';
import { StaffHttp } from './staff-http';

export interface RegistrationsQuery extends ListQuery {
  state?: RegistrationState | undefined;
}

/** Registrations as organisers see them. */
@Injectable({ providedIn: 'root' })
export class RegistrationsClient {
  private readonly http = inject(StaffHttp);

  ofSession(sessionId: () => string | null, query: () => RegistrationsQuery) {
    return readFrom<RegistrationsOfSession>(() => {
      const id = sessionId();
      return id === null ? null : { path: apiPaths.sessionRegistrations(id), query: query() };
    });
  }

  fetchOfSession(sessionId: string, query: RegistrationsQuery): Promise<RegistrationsOfSession> {
    return this.http.get(apiPaths.sessionRegistrations(sessionId), query);
  }

  /** Frees the seat; the longest waiting moves up in the same step, and both are told. */
  async cancel(id: string): Promise<void> {
    await this.http.post(apiPaths.cancelRegistrationByStaff(id));
  }

  /** Removes the person everywhere and keeps every count. */
  eraseParticipant(participantId: string): Promise<void> {
    return this.http.delete(apiPaths.eraseParticipant(participantId));
  }
}

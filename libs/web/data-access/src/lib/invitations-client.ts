import { inject, Injectable } from '@angular/core';
import { apiPaths, type InviteSpeakers, type SessionInvitation } from '@reihe/shared-contracts';
import { readAt } from './requests';
import { StaffHttp } from './staff-http';

/** What organisers ask the speakers of a session, and what those say. */
@Injectable({ providedIn: 'root' })
export class InvitationsClient {
  private readonly http = inject(StaffHttp);

  ofSession(sessionId: () => string | null) {
    return readAt<SessionInvitation[]>(sessionId, apiPaths.sessionInvitations);
  }

  /** All of them, or none. */
  invite(sessionId: string, contributionIds: string[]): Promise<SessionInvitation[]> {
    const body: InviteSpeakers = { contributionIds };
    return this.http.post(apiPaths.sessionInvitations(sessionId), body);
  }
}

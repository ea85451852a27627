import { inject, Injectable } from '@angular/core';
import { apiPaths } from '@reihe/shared-contracts';
import { StaffHttp } from './staff-http';

/** What staff do with participants beyond the organiser's table. */
@Injectable({ providedIn: 'root' })
export class RegistrationsClient {
  private readonly http = inject(StaffHttp);

  /** Removes the person everywhere and keeps every count. */
  eraseParticipant(participantId: string): Promise<void> {
    return this.http.delete(apiPaths.eraseParticipant(participantId));
  }
}

import { inject, Injectable } from '@angular/core';
import {
  apiPaths,
  type CancelSession,
  type ChangePreview,
  type PendingChangeAnswer,
  type SaveSession,
  type Session,
} from '@reihe/shared-contracts';
import type { RestoreSession } from '@reihe/shared-planning';
import { readFrom } from './requests';
import { StaffHttp } from './staff-http';

/** What changes of public sessions tell, and taking them back. */
@Injectable({ providedIn: 'root' })
export class SessionChangesClient {
  private readonly http = inject(StaffHttp);

  /** What saving would tell and whom; refused as saving would be. Nothing is saved. */
  previewSave(id: string, session: SaveSession): Promise<ChangePreview> {
    return this.http.post(apiPaths.previewChange(id), session);
  }

  previewCancellation(id: string, cancellation: CancelSession): Promise<ChangePreview> {
    return this.http.post(apiPaths.previewCancellation(id), cancellation);
  }

  previewRestore(id: string, number: number, body: RestoreSession): Promise<ChangePreview> {
    return this.http.post(apiPaths.previewRestore(id, number), body);
  }

  /** The change that can still be undone, asked for anew with each version of the session; idle while there is none. */
  pending(session: () => Pick<Session, 'id' | 'version'> | null) {
    return readFrom<PendingChangeAnswer>(() => {
      const of = session();
      return of && { path: apiPaths.pendingChange(of.id), query: { version: of.version } };
    });
  }

  /** The same, asked once. */
  fetchPending(id: string): Promise<PendingChangeAnswer> {
    return this.http.get(apiPaths.pendingChange(id));
  }

  undo(id: string, changeId: string): Promise<Session> {
    return this.http.post(apiPaths.undoChange(id, changeId));
  }
}

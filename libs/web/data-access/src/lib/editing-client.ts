import { HttpXsrfTokenExtractor } from '@angular/common/http';
import { DOCUMENT, inject, Injectable } from '@angular/core';
import {
  apiPaths,
  CSRF_HEADER,
  type Edited,
  type EditingDraft,
  type EditorNews,
  type EditorTab,
  type KeepDraft,
} from '@reihe/shared-contracts';
import { apiAddress } from './requests';
import { StaffHttp } from './staff-http';

/** Who is at an editor, and one's own drafts. */
@Injectable({ providedIn: 'root' })
export class EditingClient {
  private readonly http = inject(StaffHttp);
  private readonly token = inject(HttpXsrfTokenExtractor);
  private readonly view = inject(DOCUMENT).defaultView;

  beat(tab: EditorTab): Promise<EditorNews> {
    return this.http.post(apiPaths.presence, tab);
  }

  /** Nobody waits for it: who cannot say so is taken as left a little later. */
  leave(tab: EditorTab, isClosing: boolean): void {
    if (!isClosing) {
      this.http.post(apiPaths.leavePresence, tab).catch(() => undefined);
      return;
    }
    // Like a beacon it outlives the page, and unlike one it can carry the token that every write needs.
    this.view
      ?.fetch(apiAddress(apiPaths.leavePresence), {
        method: 'POST',
        keepalive: true,
        headers: { 'Content-Type': 'application/json', [CSRF_HEADER]: this.token.getToken() ?? '' },
        body: JSON.stringify(tab),
      })
      .catch(() => undefined);
  }

  async draft(subject: Edited, key: string): Promise<EditingDraft | null> {
    const [found] = await this.http.get<EditingDraft[]>(apiPaths.drafts, { subject, key });
    return found ?? null;
  }

  async keepDraft(subject: Edited, key: string, draft: KeepDraft): Promise<void> {
    await this.http.put(apiPaths.draft(subject, key), draft);
  }

  dropDraft(subject: Edited, key: string): Promise<void> {
    return this.http.delete(apiPaths.draft(subject, key));
  }
}

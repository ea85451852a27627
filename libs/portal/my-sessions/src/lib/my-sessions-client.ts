import { HttpClient } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import {
  readerPaths,
  type MyRegistrations,
  type RegisterAnswer,
  type SessionTeaser,
  PROOF_HEADER,
} from '@reihe/shared-contracts';
import {
  mySessionsApi,
  type AskForLink,
  type ChangedEmail,
  type ChangeEmail,
  type MyProfile,
  type NewEmailPreview,
  type RegisterForMore,
  type ReleasePreview,
  type SaveMyProfile,
} from '@reihe/shared-registration';
import { firstValueFrom } from 'rxjs';
import { apiAddress, BrowserProof } from '@reihe/web-data-access';

/** What a participant's own links open besides their registrations. Nothing is kept by the HTTP cache of the page. */
@Injectable({ providedIn: 'root' })
export class MySessionsClient {
  private readonly http = inject(HttpClient);
  private readonly proof = inject(BrowserProof);

  profile(token: string): Promise<MyProfile> {
    return this.get(mySessionsApi.profile, {}, { authorization: `Bearer ${token}` });
  }

  saveProfile(body: SaveMyProfile): Promise<MyProfile> {
    return this.post(mySessionsApi.profile, body);
  }

  more(body: RegisterForMore): Promise<MyRegistrations> {
    return this.post(mySessionsApi.more, body);
  }

  /** Public sessions that are still to come, the next first. */
  async upcoming(): Promise<SessionTeaser[]> {
    const page = await this.get<{ items: SessionTeaser[] }>(readerPaths.programme, {
      when: 'upcoming',
      pageSize: '100',
    });
    return page.items;
  }

  changeEmail(body: ChangeEmail): Promise<RegisterAnswer> {
    return this.post(mySessionsApi.changeEmail, body);
  }

  /** Changes nothing. */
  previewEmail(token: string): Promise<NewEmailPreview> {
    return this.get(mySessionsApi.email, { token });
  }

  confirmEmail(token: string): Promise<ChangedEmail> {
    return this.post(mySessionsApi.email, { token });
  }

  cancelAll(token: string): Promise<void> {
    return this.post(mySessionsApi.cancelAll, { token });
  }

  leave(token: string): Promise<void> {
    return this.post(mySessionsApi.erase, { token });
  }

  /** Changes nothing. */
  previewRelease(token: string): Promise<ReleasePreview> {
    return this.get(mySessionsApi.release, { token });
  }

  release(token: string): Promise<ReleasePreview> {
    return this.post(mySessionsApi.release, { token });
  }

  /** A new link for what was not confirmed in time. */
  async askAgain(token: string): Promise<RegisterAnswer> {
    return this.post(mySessionsApi.again, { token }, { [PROOF_HEADER]: await this.proof.take() });
  }

  async askForLink(body: AskForLink): Promise<RegisterAnswer> {
    return this.post(mySessionsApi.link, body, { [PROOF_HEADER]: await this.proof.take() });
  }

  private get<T>(
    path: string,
    params: Record<string, string>,
    headers: Record<string, string> = {},
  ): Promise<T> {
    return firstValueFrom(this.http.get<T>(apiAddress(path), { params, headers, transferCache: false }));
  }

  private post<T>(path: string, body: object, headers: Record<string, string> = {}): Promise<T> {
    return firstValueFrom(this.http.post<T>(apiAddress(path), body, { headers }));
  }
}

import { HttpClient, HttpErrorResponse } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import {
  PAGE_SIZE,
  PROOF_HEADER,
  readerPaths,
  type CancelRegistration,
  type ConfirmAnswer,
  type ConfirmationPreview,
  type JoinPage,
  type MyRegistrations,
  type Page,
  type Register,
  type RegisterAnswer,
  type SessionPage,
  type SessionTeaser,
  type TokenBody,
} from '@reihe/shared-contracts';
import type { RegistrationForm } from '@reihe/shared-registration';
import { firstValueFrom } from 'rxjs';
import { BrowserProof } from './browser-proof';
import { apiAddress } from './requests';

/**
 * What participants read and write. Single requests as promises: they end in their answer or in the `HttpErrorResponse` whose
 * `error` is the API's problem. Nothing here is kept for the browser by the HTTP cache of the page: who reads hands on what is
 * needed, tokens and join links stay out of it.
 */
@Injectable({ providedIn: 'root' })
export class RegistrationClient {
  private readonly http = inject(HttpClient);
  private readonly proof = inject(BrowserProof);

  /** The public sessions behind slugs, in the order asked for; unknown ones are left out. */
  async sessions(slugs: readonly string[]): Promise<SessionTeaser[]> {
    const found = await Promise.all(slugs.map((slug) => this.session(slug)));
    return found.filter((session) => session !== null);
  }

  /** What is still to come, the next first. */
  async upcoming(): Promise<SessionTeaser[]> {
    const page = await this.get<Page<SessionTeaser>>(readerPaths.programme, {
      when: 'upcoming',
      pageSize: String(PAGE_SIZE.max),
    });
    return page.items;
  }

  /** What is asked of whoever wants to register for these sessions, in the page's language. */
  form(slugs: readonly string[]): Promise<RegistrationForm> {
    return this.get(readerPaths.registrationForm, { session: slugs });
  }

  async register(wish: Register): Promise<RegisterAnswer> {
    return this.post(readerPaths.register, wish, { [PROOF_HEADER]: await this.proof.take() });
  }

  /** Changes nothing. */
  preview(token: string): Promise<ConfirmationPreview> {
    return this.get(readerPaths.confirmation, { token });
  }

  confirm(token: string): Promise<ConfirmAnswer> {
    return this.post<ConfirmAnswer>(readerPaths.confirm, { token } satisfies TokenBody);
  }

  mine(manageToken: string): Promise<MyRegistrations> {
    return this.get(readerPaths.myRegistrations, {}, { authorization: `Bearer ${manageToken}` });
  }

  /** What is behind a join address now; counts as nothing. */
  joinPage(token: string): Promise<JoinPage> {
    return this.get(readerPaths.joinPage, {}, { authorization: `Bearer ${token}` });
  }

  /** Frees the seat; answers with what is left. */
  cancel(manageToken: string, registrationId: string): Promise<MyRegistrations> {
    const body: CancelRegistration = { token: manageToken, registrationId };
    return this.post(readerPaths.cancelMine, body);
  }

  private async session(slug: string): Promise<SessionPage | null> {
    try {
      return await this.get<SessionPage>(readerPaths.sessionPage(encodeURIComponent(slug)));
    } catch (error) {
      // 400: no address of ours looks like this.
      if (error instanceof HttpErrorResponse && [400, 404].includes(error.status)) return null;
      throw error;
    }
  }

  private get<T>(
    path: string,
    params: Record<string, string | readonly string[]> = {},
    headers: Record<string, string> = {},
  ): Promise<T> {
    return firstValueFrom(this.http.get<T>(apiAddress(path), { params, headers, transferCache: false }));
  }

  private post<T>(path: string, body: object, headers: Record<string, string> = {}): Promise<T> {
    return firstValueFrom(this.http.post<T>(apiAddress(path), body, { headers }));
  }
}

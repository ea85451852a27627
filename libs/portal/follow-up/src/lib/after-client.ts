import { HttpClient } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import {
  followUpApiPaths,
  type AfterPage,
  type AnonymousFeedback,
  type CertificateCheck,
  type ChangeFeedback,
  type FeedbackGiven,
  type GiveFeedback,
} from '@reihe/shared-registration';
import { firstValueFrom } from 'rxjs';
import { apiAddress } from '@reihe/web-data-access';

/** What comes after a session, by the link in somebody's mail. Nothing here is kept by the HTTP cache of the page. */
@Injectable({ providedIn: 'root' })
export class AfterClient {
  private readonly http = inject(HttpClient);

  read(token: string, registrationId: string): Promise<AfterPage> {
    return this.get(followUpApiPaths.afterPage(registrationId), token);
  }

  giveFeedback(token: string, registrationId: string, feedback: GiveFeedback): Promise<FeedbackGiven> {
    return this.post(followUpApiPaths.giveFeedback(registrationId), token, feedback);
  }

  /** What was said anonymously, by the key that was shown then. */
  readAnonymous(changeKey: string): Promise<AnonymousFeedback> {
    return this.get(followUpApiPaths.anonymousFeedback, changeKey);
  }

  async changeAnonymous(changeKey: string, feedback: ChangeFeedback): Promise<void> {
    await this.post(followUpApiPaths.anonymousFeedback, changeKey, feedback);
  }

  certificate(code: string): Promise<CertificateCheck> {
    return this.get(followUpApiPaths.certificateCheck(encodeURIComponent(code)), null);
  }

  private get<T>(path: string, token: string | null): Promise<T> {
    return firstValueFrom(
      this.http.get<T>(apiAddress(path), { headers: bearer(token), transferCache: false }),
    );
  }

  private post<T>(path: string, token: string, body: object): Promise<T> {
    return firstValueFrom(this.http.post<T>(apiAddress(path), body, { headers: bearer(token) }));
  }
}

function bearer(token: string | null): Record<string, string> {
  return token === null ? {} : { authorization: `Bearer ${token}` };
}

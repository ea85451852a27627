import { HttpClient } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import {
  readerPaths,
  type AnswerInvitation,
  type MyInvitations,
  type SaveProfile,
  type SendPhoto,
  type TokenBody,
} from '@reihe/shared-contracts';
import { firstValueFrom } from 'rxjs';
import { apiAddress } from '@reihe/web-data-access';

/** What a speaker reads and writes by the link in their mail. Nothing here is kept by the HTTP cache of the page. */
@Injectable({ providedIn: 'root' })
export class MyInvitationsClient {
  private readonly http = inject(HttpClient);

  read(token: string): Promise<MyInvitations> {
    const headers = { authorization: `Bearer ${token}` };
    return firstValueFrom(
      this.http.get<MyInvitations>(apiAddress(readerPaths.myInvitations), { headers, transferCache: false }),
    );
  }

  answer(answer: AnswerInvitation): Promise<void> {
    return this.post(readerPaths.answerInvitation, answer);
  }

  saveProfile(profile: SaveProfile): Promise<void> {
    return this.post(readerPaths.myProfile, profile);
  }

  sendPhoto({ token, credit, hasConsented }: SendPhoto, file: File): Promise<void> {
    const body = new FormData();
    body.append('token', token);
    body.append('credit', credit);
    body.append('hasConsented', String(hasConsented));
    body.append('file', file, file.name);
    return this.post(readerPaths.myPhoto, body);
  }

  removePhoto(token: string): Promise<void> {
    return this.post(readerPaths.removeMyPhoto, { token } satisfies TokenBody);
  }

  private async post(path: string, body: object): Promise<void> {
    await firstValueFrom(this.http.post(apiAddress(path), body));
  }
}

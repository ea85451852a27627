import { inject, Injectable } from '@angular/core';
import { apiPaths, type Me, type SignIn } from '@reihe/shared-contracts';
import { StaffHttp } from './staff-http';

@Injectable({ providedIn: 'root' })
export class AuthClient {
  private readonly http = inject(StaffHttp);

  /** The signed-in staff member; refused with 401 when nobody is. Also hands out the CSRF cookie. */
  me(): Promise<Me> {
    return this.http.get(apiPaths.me);
  }

  signIn(credentials: SignIn): Promise<Me> {
    return this.http.post(apiPaths.signIn, credentials);
  }

  async signOut(): Promise<void> {
    await this.http.post(apiPaths.signOut);
  }
}

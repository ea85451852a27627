import { HttpClient } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import { apiAddress, queryParams } from './requests';

/**
 * Single requests of the staff clients as promises: a write ends in its answer or in the `HttpErrorResponse` whose `error` is the
 * API's problem.
 */
@Injectable({ providedIn: 'root' })
export class StaffHttp {
  private readonly http = inject(HttpClient);

  get<T>(path: string, query: object = {}): Promise<T> {
    return firstValueFrom(this.http.get<T>(apiAddress(path), { params: queryParams(query) }));
  }

  post<T>(path: string, body: object = {}): Promise<T> {
    return firstValueFrom(this.http.post<T>(apiAddress(path), body));
  }

  put<T>(path: string, body: object): Promise<T> {
    return firstValueFrom(this.http.put<T>(apiAddress(path), body));
  }

  patch<T>(path: string, body: object): Promise<T> {
    return firstValueFrom(this.http.patch<T>(apiAddress(path), body));
  }

  async delete(path: string): Promise<void> {
    await firstValueFrom(this.http.delete(apiAddress(path)));
  }
}

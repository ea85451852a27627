import { HttpClient } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import { readerPaths } from '@reihe/shared-contracts';
import type { ChooseNews, NewsChoice, NewsSubscription } from '@reihe/shared-registration';
import { firstValueFrom } from 'rxjs';
import { apiAddress } from '@reihe/web-data-access';

/** Whether somebody wants news, by the link in a mail. */
@Injectable({ providedIn: 'root' })
export class NewsClient {
  private readonly http = inject(HttpClient);

  read(token: string): Promise<NewsSubscription> {
    return firstValueFrom(
      this.http.get<NewsSubscription>(apiAddress(readerPaths.newsSubscription), {
        headers: authorization(token),
        transferCache: false,
      }),
    );
  }

  choose(token: string, choice: NewsChoice): Promise<NewsSubscription> {
    return firstValueFrom(
      this.http.post<NewsSubscription>(
        apiAddress(readerPaths.newsSubscription),
        { choice } satisfies ChooseNews,
        { headers: authorization(token) },
      ),
    );
  }
}

function authorization(token: string): Record<string, string> {
  return { authorization: `Bearer ${token}` };
}

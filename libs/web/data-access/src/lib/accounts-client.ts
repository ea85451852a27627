import { inject, Injectable } from '@angular/core';
import {
  apiPaths,
  type Account,
  type CreateAccount,
  type Page,
  type SaveAccount,
} from '@reihe/shared-contracts';
import { readAt, readFrom, type ListQuery } from './requests';
import { StaffHttp } from './staff-http';

@Injectable({ providedIn: 'root' })
export class AccountsClient {
  private readonly http = inject(StaffHttp);

  list(query: () => ListQuery) {
    return readFrom<Page<Account>>(() => ({ path: apiPaths.accounts, query: query() }));
  }

  one(id: () => string | null) {
    return readAt<Account>(id, apiPaths.account);
  }

  fetch(id: string): Promise<Account> {
    return this.http.get(apiPaths.account(id));
  }

  create(account: CreateAccount): Promise<Account> {
    return this.http.post(apiPaths.accounts, account);
  }

  save(id: string, account: SaveAccount): Promise<Account> {
    return this.http.put(apiPaths.account(id), account);
  }
}

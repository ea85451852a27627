import { Injectable } from '@nestjs/common';
import { PassportSerializer } from '@nestjs/passport';
import type { Me } from '@reihe/shared-contracts';
import { AccountsService } from '../accounts/accounts.service';

/** Only the id is kept in the session; who that is, is asked at each request. */
@Injectable()
export class StaffSerializer extends PassportSerializer {
  constructor(private readonly accounts: AccountsService) {
    super();
  }

  serializeUser(me: Me, done: (error: unknown, id?: string) => void): void {
    done(null, me.id);
  }

  deserializeUser(id: string, done: (error: unknown, me?: Me | false) => void): void {
    this.accounts.whoIs(id).then(
      (me) => done(null, me ?? false),
      (error: unknown) => done(error),
    );
  }
}

import { Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import { Clock, DomainError } from '@reihe/api-platform';
import { signInRules, type Me } from '@reihe/shared-contracts';
import { fieldError } from '@reihe/shared-form-policies';
import { Strategy } from 'passport-local';
import { AccountsService } from '../accounts/accounts.service';

@Injectable()
export class LocalStrategy extends PassportStrategy(Strategy, 'local') {
  constructor(
    private readonly accounts: AccountsService,
    private readonly clock: Clock,
  ) {
    super({ usernameField: 'email' });
  }

  /** Called by passport with what was typed; unknown address and wrong password get the same answer. */
  async validate(email: string, password: string): Promise<Me> {
    const isTypable = !fieldError(email, signInRules.email) && !fieldError(password, signInRules.password);
    const me = isTypable ? await this.accounts.signIn(email, password, this.clock.now()) : null;
    if (!me) throw new DomainError('auth.failed', 401);
    return me;
  }
}

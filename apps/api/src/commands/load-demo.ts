import { join } from 'node:path';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { DemoLoader } from '@reihe/api-demo';
import { AccountsService } from '@reihe/api-identity';
import { DomainError, PageQuery } from '@reihe/api-platform';
import { ROLES, type Role } from '@reihe/shared-contracts';
import { say } from './say';

/**
 * Demonstration data and one account per role, into an empty database; says each step as a line of JSON, at the end which of the
 * demonstration's accounts there are.
 * `REIHE_DEMO_PASSWORD` is the password of the accounts: whoever starts the demonstration makes it, none stands in the code.
 */
export async function loadDemo(app: NestExpressApplication): Promise<void> {
  const password = process.env['REIHE_DEMO_PASSWORD'];
  const isNew = await app.get(DemoLoader).load(join(import.meta.dirname, 'assets'), {
    onStep: (step) => say(JSON.stringify({ step })),
    alongside: async () => {
      if (password) await createAccounts(app.get(AccountsService), password);
    },
  });
  say(JSON.stringify({ loaded: isNew }));
  const known = await app.get(AccountsService).list(Object.assign(new PageQuery(), { q: DOMAIN }));
  const accounts = ROLES.map((role) => ({ role, email: emailOf(role) })).filter(({ email }) =>
    known.items.some((account) => account.email === email),
  );
  say(JSON.stringify({ accounts }));
}

const DOMAIN = '@example.org';
const emailOf = (role: Role) => role + DOMAIN;

async function createAccounts(accounts: AccountsService, password: string): Promise<void> {
  for (const role of ROLES) {
    await accounts
      .create(
        { email: emailOf(role), name: `Sample ${role}`, password, roles: [role], language: 'en' },
        { kind: 'system' },
      )
      .catch((error: unknown) => {
        // Somebody made one of that address by hand.
        if (!(error instanceof DomainError && error.code === 'account.email-taken')) throw error;
      });
  }
}

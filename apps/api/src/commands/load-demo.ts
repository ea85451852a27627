import { join } from 'node:path';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { DemoLoader } from '@reihe/api-demo';
import { AccountsService } from '@reihe/api-identity';
import { DomainError } from '@reihe/api-platform';
import { ROLES } from '@reihe/shared-contracts';
import { say } from './say';

/**
 * Demonstration data and one account per role, into an empty database; says each step as a line of JSON.
 * `REIHE_DEMO_PASSWORD` is the password of the accounts: whoever starts the demonstration makes it, none stands in the code.
 */
export async function loadDemo(app: NestExpressApplication): Promise<void> {
  const isNew = await app
    .get(DemoLoader)
    .load(join(import.meta.dirname, 'assets'), (step) => say(JSON.stringify({ step })));
  say(JSON.stringify({ loaded: isNew }));
  const password = process.env['REIHE_DEMO_PASSWORD'];
  if (!isNew || !password) return;
  for (const role of ROLES) {
    await app
      .get(AccountsService)
      .create(
        { email: `${role}@example.org`, name: `Sample ${role}`, password, roles: [role], language: 'en' },
        { kind: 'system' },
      )
      .catch((error: unknown) => {
        // A run that was killed after the data and before the accounts.
        if (!(error instanceof DomainError && error.code === 'account.email-taken')) throw error;
      });
  }
  say(JSON.stringify({ accounts: ROLES.map((role) => `${role}@example.org`) }));
}

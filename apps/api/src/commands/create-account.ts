import { parseArgs } from 'node:util';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { AccountsService } from '@reihe/api-identity';
import { DomainError } from '@reihe/api-platform';
import {
  createAccountRules,
  isAdminLanguage,
  ROLES,
  type CreateAccount,
  type Role,
} from '@reihe/shared-contracts';
import { fieldError } from '@reihe/shared-form-policies';
import { say } from './say';

const USAGE = `account create --email you@example.org --name "Your Name" --role administrator[,organiser,editor] [--language en]
The password is read from standard input.`;

/** `account create …`: how the first administrator comes to be. */
export async function createAccount(app: NestExpressApplication, [verb, ...args]: string[]): Promise<void> {
  if (verb !== 'create') throw new Error(USAGE);
  const { values } = parseArgs({
    args,
    options: {
      email: { type: 'string' },
      name: { type: 'string' },
      role: { type: 'string' },
      language: { type: 'string', default: 'en' },
    },
  });
  if (!values.email || !values.name || !values.role) throw new Error(USAGE);
  const account: CreateAccount = {
    email: values.email,
    name: values.name,
    password: await readPassword(),
    roles: values.role.split(',').map(roleOf),
    language: isAdminLanguage(values.language) ? values.language : 'en',
  };
  refuseWrongFields(account);
  const { id } = await app
    .get(AccountsService)
    .create(account, { kind: 'system' })
    .catch((error: unknown) => {
      throw error instanceof DomainError ? new Error(`Refused: ${error.code}`) : error;
    });
  say(`Created ${account.email} (${account.roles.join(', ')}), id ${id}.`);
}

function roleOf(text: string): Role {
  const role = ROLES.find((known) => known === text.trim());
  if (!role) throw new Error(`Unknown role "${text}". There are: ${ROLES.join(', ')}.`);
  return role;
}

/** The rules the API would hold against a request; a command has no validation pipe in front of it. */
function refuseWrongFields(account: CreateAccount): void {
  for (const [field, rules] of Object.entries(createAccountRules)) {
    const error = fieldError(account[field as keyof CreateAccount], rules);
    if (error)
      throw new Error(`${field}: ${error.code}${error.limit === undefined ? '' : ` (${error.limit})`}`);
  }
}

async function readPassword(): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks)
    .toString('utf8')
    .replace(/\r?\n$/, '');
}

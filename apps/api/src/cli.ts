import type { NestExpressApplication } from '@nestjs/platform-express';
import { readConfig } from '@reihe/api-platform';
import { migrate } from '@reihe/api-persistence';
import { createApplication } from './application';
import { createAccount } from './commands/create-account';
import { loadDemo } from './commands/load-demo';
import { say } from './commands/say';
import { openApiDocument } from './openapi/openapi-document';

/** The application without a port, for commands that use its services. */
async function withApplication(
  env: NodeJS.ProcessEnv,
  work: (app: NestExpressApplication) => Promise<void>,
): Promise<void> {
  const app = await createApplication(readConfig({ ...env, REIHE_ROLES: 'web', LOG_LEVEL: 'silent' }));
  try {
    await app.init();
    await work(app);
  } finally {
    await app.close();
  }
}

const commands: Record<string, (args: string[]) => Promise<void>> = {
  async migrate() {
    const { databaseUrl } = readConfig(process.env);
    const ran = await migrate({ url: databaseUrl });
    say(ran.length === 0 ? 'The database is up to date.' : `Ran ${ran.length} migrations.`);
  },
  demo: () => withApplication(process.env, loadDemo),
  account: (args) => withApplication(process.env, (app) => createAccount(app, args)),
  /** Needs a database to start the application against, changes nothing in it. */
  openapi: () =>
    withApplication(process.env, (app) => {
      say(JSON.stringify(openApiDocument(app), null, 2));
      return Promise.resolve();
    }),
};

const [name = '', ...args] = process.argv.slice(2);
const command = commands[name];
if (!command) {
  process.stderr.write(`Unknown command "${name}". There are: ${Object.keys(commands).join(', ')}.\n`);
  process.exit(2);
}
command(args).then(
  // What was said to a pipe is on its way still; exiting at once would cut it off.
  () => process.stdout.write('', () => process.exit(0)),
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(1);
  },
);

import { readConfig } from '@reihe/api-platform';
import { migrate } from '@reihe/api-persistence';
import { createApplication } from './application';
import { openApiDocument } from './openapi/openapi-document';

const say = (line: string) => process.stdout.write(`${line}\n`);

const commands: Record<string, (args: string[]) => Promise<void>> = {
  async migrate() {
    const { databaseUrl } = readConfig(process.env);
    const ran = await migrate({ url: databaseUrl });
    say(ran.length === 0 ? 'The database is up to date.' : `Ran ${ran.length} migrations.`);
  },
  /** Needs a database to start the application against, changes nothing in it. */
  async openapi() {
    const app = await createApplication(
      readConfig({ ...process.env, REIHE_ROLES: 'web', LOG_LEVEL: 'silent' }),
    );
    await app.init();
    say(JSON.stringify(openApiDocument(app), null, 2));
    await app.close();
  },
};

const [name = '', ...args] = process.argv.slice(2);
const command = commands[name];
if (!command) {
  process.stderr.write(`Unknown command "${name}". There are: ${Object.keys(commands).join(', ')}.\n`);
  process.exit(2);
}
command(args).then(
  () => process.exit(0),
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(1);
  },
);

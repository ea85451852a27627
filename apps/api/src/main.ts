import { ConfigError, readConfig } from '@reihe/api-platform';
import { createApplication } from './application';
import { PortalPages } from './portal/portal-pages';

/** Longest that requests in flight may take after a stop was asked for. */
const SHUTDOWN_LIMIT_MS = 10_000;

async function serve(): Promise<void> {
  const config = readConfig(process.env);
  const app = await createApplication(config);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => setTimeout(() => process.exit(0), SHUTDOWN_LIMIT_MS).unref());
  }
  if (config.roles.includes('web')) {
    const server = await app.listen(config.port);
    const address = server.address();
    app.get(PortalPages).listensOn(typeof address === 'object' && address ? address.port : config.port);
  } else {
    await app.init();
  }
}

serve().catch((error: unknown) => {
  const words = error instanceof ConfigError ? error.message : error;
  process.stderr.write(`${words instanceof Error ? (words.stack ?? words.message) : String(words)}\n`);
  process.exit(1);
});

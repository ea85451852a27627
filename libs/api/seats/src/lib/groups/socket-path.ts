import { createHmac } from 'node:crypto';
import { join } from 'node:path';
import type { Config } from '@reihe/api-platform';

/**
 * Where processes of one machine meet that serve the same database with the same secret and run the same build: one of another release
 * may understand a form otherwise (the bundled file's name tells the build). null: this one works alone.
 */
export function socketPath(
  name: string,
  { roles, secret, databaseUrl, socketDir }: Pick<Config, 'roles' | 'secret' | 'databaseUrl' | 'socketDir'>,
): string | null {
  if (socketDir === null || !roles.includes('web')) return null;
  const who = createHmac('sha256', secret).update(`${name} ${databaseUrl} ${import.meta.url}`);
  // A socket's path may have about a hundred characters.
  return join(socketDir, `${who.digest('hex').slice(0, 24)}.sock`);
}

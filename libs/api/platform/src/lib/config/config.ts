import { createHash, randomBytes } from 'node:crypto';
import { availableParallelism, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

export type ProcessRole = 'web' | 'worker';

/** Everything a process is told from outside. Read once, at start. */
export abstract class Config {
  abstract readonly port: number;
  abstract readonly databaseUrl: string;
  /** Public origin without trailing slash: mails, feeds and canonical links are built on it. */
  abstract readonly baseUrl: string;
  /** What this process does; several processes may share the work. */
  abstract readonly roles: readonly ProcessRole[];
  /** null: messages wait in the outbox. */
  abstract readonly smtpUrl: string | null;
  abstract readonly mailFrom: string;
  /** Signs cookies; at least 32 characters. */
  abstract readonly secret: string;
  abstract readonly storageDir: string;
  /** S3-compatible storage instead of the folder, where set. */
  abstract readonly storageUrl: string | null;
  /** A folder of this user's alone where processes of one machine meet; null: each works by itself. */
  abstract readonly socketDir: string | null;
  abstract readonly portalDir: string;
  abstract readonly adminDir: string;
  /** Shown to visitors as "demonstration"; sign-in hints in the admin. */
  abstract readonly isDemo: boolean;
  abstract readonly poolSize: number;
  /** How many pages of the portal are rendered at once. */
  abstract readonly renderThreads: number;
  /** Which proxies may say who the client is and whether it came by HTTPS; Express' `trust proxy`. */
  abstract readonly trustedProxies: string;
  /** False: forms are taken from everybody as fast as they come, without proof of work. For load tests alone. */
  abstract readonly isThrottlingForms: boolean;
  /** False: nobody makes this installation ask other hosts for pictures or feeds. */
  abstract readonly mayFetch: boolean;
  /** How many times a browser tries, at most, before it may send a form as fast as a person does; 0: no work is asked for. */
  abstract readonly proofOfWorkTries: number;
  /** Address of the licence under which published figures may be used. */
  abstract readonly dataLicence: string;
  /** E-mail address for questions about published figures; null: none is published. */
  abstract readonly contact: string | null;
  /** pino's: fatal, error, warn, info, debug, trace, silent. */
  abstract readonly logLevel: string;
}

export class ConfigError extends Error {}

function required(env: NodeJS.ProcessEnv, name: string): string {
  const value = env[name]?.trim();
  if (!value) throw new ConfigError(`${name} is not set.`);
  return value;
}

function wholeNumber(env: NodeJS.ProcessEnv, name: string, fallback: number): number {
  const value = Number(env[name] ?? fallback);
  if (!Number.isInteger(value) || value < 0 || value > 65_535)
    throw new ConfigError(`${name} must be a whole number.`);
  return value;
}

function roles(text: string): ProcessRole[] {
  const named = text.split(',').map((role) => role.trim());
  const known = named.filter((role): role is ProcessRole => role === 'web' || role === 'worker');
  if (known.length === 0 || known.length !== named.length) {
    throw new ConfigError(`REIHE_ROLES must name web, worker or both, not "${text}".`);
  }
  return known;
}

/** Told at start and not with the first picture: an address without bucket or key would take nothing. */
function bucketAddress(text: string): string | null {
  if (text === '') return null;
  const url = URL.canParse(text) ? new URL(text) : null;
  const isWhole =
    url &&
    /^https?:$/.test(url.protocol) &&
    url.username &&
    url.password &&
    /^\/[^/]+\/?$/.test(url.pathname);
  // Never with what was given: it may hold the secret.
  if (!isWhole)
    throw new ConfigError('REIHE_STORAGE_URL must look like https://KEY:SECRET@host/bucket?region=….');
  return text;
}

/** A protection that only a clear word takes away. */
function isOff(env: NodeJS.ProcessEnv, name: string): boolean {
  const said = env[name]?.trim() ?? '';
  if (said !== '' && said !== 'on' && said !== 'off') throw new ConfigError(`${name} must be on or off.`);
  return said === 'off';
}

/** A thread takes some 100 MB; more than a few only wait for the one API they all read. */
const MOST_RENDER_THREADS = 4;

function defaultRenderThreads(): number {
  return Math.min(availableParallelism(), MOST_RENDER_THREADS);
}

/** @throws ConfigError with words for the person who starts the process. */
export function readConfig(env: NodeJS.ProcessEnv): Config {
  const port = wholeNumber(env, 'PORT', 3000);
  const secret = env['REIHE_SECRET']?.trim() ?? '';
  if (secret !== '' && secret.length < 32)
    throw new ConfigError('REIHE_SECRET must have at least 32 characters.');
  return {
    port,
    databaseUrl: required(env, 'DATABASE_URL'),
    baseUrl: (env['REIHE_BASE_URL']?.trim() ?? `http://localhost:${port}`).replace(/\/+$/, ''),
    roles: roles(env['REIHE_ROLES'] ?? 'web,worker'),
    smtpUrl: env['SMTP_URL']?.trim() || null, // eslint-disable-line @typescript-eslint/prefer-nullish-coalescing -- empty means unset
    mailFrom: env['REIHE_MAIL_FROM']?.trim() ?? 'Reihe <reihe@localhost>',
    // Without a secret every restart signs staff out; that is safe, a constant in code is not.
    secret: secret || createHash('sha256').update(randomBytes(32)).digest('hex'),
    storageDir: resolve(env['REIHE_STORAGE_DIR'] ?? '.data/media'),
    storageUrl: bucketAddress(env['REIHE_STORAGE_URL']?.trim() ?? ''),
    socketDir: process.getuid ? join(tmpdir(), `reihe-${process.getuid()}`) : null,
    portalDir: resolve(env['REIHE_PORTAL_DIR'] ?? 'dist/apps/portal'),
    adminDir: resolve(env['REIHE_ADMIN_DIR'] ?? 'dist/apps/admin'),
    isDemo: env['REIHE_DEMO'] === '1',
    poolSize: wholeNumber(env, 'REIHE_POOL_SIZE', 10),
    renderThreads: Math.max(1, wholeNumber(env, 'REIHE_RENDER_THREADS', defaultRenderThreads())),
    trustedProxies: env['REIHE_TRUSTED_PROXIES']?.trim() ?? 'loopback, linklocal, uniquelocal',
    isThrottlingForms: !isOff(env, 'REIHE_FORM_THROTTLING'),
    mayFetch: !isOff(env, 'REIHE_IMPORT_FETCHING'),
    proofOfWorkTries: wholeNumber(env, 'REIHE_PROOF_OF_WORK', 400),
    dataLicence: env['REIHE_DATA_LICENCE']?.trim() ?? 'https://creativecommons.org/licenses/by/4.0/',
    contact: env['REIHE_CONTACT']?.trim() || null, // eslint-disable-line @typescript-eslint/prefer-nullish-coalescing -- empty means unset
    logLevel: env['LOG_LEVEL']?.trim() ?? 'info',
  };
}

import { createHash, randomBytes } from 'node:crypto';

/** 256 bits: not to be guessed, so a plain hash is enough to keep it. */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

/** What the database keeps: a read of it opens nothing. */
export function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

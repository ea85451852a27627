import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { dataFolder } from '../workspace.ts';

/** Signs cookies; generated once, so that staff stay signed in over a restart. */
export function serverSecret(): string {
  return once('secret', () => randomBytes(32).toString('hex'));
}

/** Of the demonstration's staff accounts; generated once, so that it stays what the terminal said at first. */
export function demoPassword(): string {
  return once('demo-password', () => readablePassword());
}

function once(name: string, generate: () => string): string {
  const file = join(dataFolder, name);
  if (existsSync(file)) {
    const kept = readFileSync(file, 'utf8').trim();
    if (kept !== '') return kept;
  }
  const secret = generate();
  writeFileSync(file, `${secret}\n`, { mode: 0o600 });
  return secret;
}

/** 80 bits in groups, without letters and digits that look alike: it is typed from a terminal. */
function readablePassword(): string {
  const alphabet = 'abcdefghjkmnpqrstuvwxyz23456789z';
  const letters = [...randomBytes(16)].map((byte) => alphabet[byte % alphabet.length] ?? '');
  return [0, 4, 8, 12].map((from) => letters.slice(from, from + 4).join('')).join('-');
}

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { refusedFile } from './problem.ts';

describe('a file that cannot be used', () => {
  const refused = (code: string) =>
    Object.assign(new Error(`${code}: refused`), { code, path: '/data/secret' });

  it('is named, with what to do', () => {
    assert.match(refusedFile(refused('EACCES'))?.message ?? '', /\/data\/secret cannot be used .*\n.*chown/);
    assert.match(refusedFile(refused('ENOSPC'))?.message ?? '', /\/data\/secret.*\nMake room/);
    assert.equal(refusedFile(refused('EROFS'))?.exitCode, 1);
  });

  it('is not made of any other error: those are bugs and show where they are', () => {
    assert.equal(refusedFile(new TypeError('broken')), null);
    assert.equal(refusedFile(new Error('no path')), null);
    let missing: unknown;
    try {
      readFileSync('/nowhere/at/all');
    } catch (error) {
      missing = error;
    }
    assert.equal(refusedFile(missing), null);
  });
});

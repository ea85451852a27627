import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { runChecks, type Check } from './gate.ts';

const passes = (title: string, passed = 0): Check => ({
  title,
  run: () => Promise.resolve({ ok: true, output: 'unseen', counts: { passed, failed: 0 } }),
});

async function run(
  checks: (Check | Check[])[],
): Promise<{ ok: boolean; text: string; last: string | undefined }> {
  let text = '';
  const ok = await runChecks(checks, new AbortController().signal, (part) => (text += part));
  return { ok, text, last: text.trimEnd().split('\n').at(-1) };
}

describe('the gate', () => {
  it('ends with the tests that passed', async () => {
    const { ok, last, text } = await run([passes('a', 3), passes('b', 4)]);
    assert.equal(ok, true);
    assert.equal(last, '7 passed, 0 failed');
    assert.doesNotMatch(text, /unseen/);
  });

  it('shows what a failed check said and goes on with the others', async () => {
    const fails: Check = { title: 'x', run: () => Promise.resolve({ ok: false, output: 'the reason' }) };
    const { ok, last, text } = await run([fails, passes('b', 4)]);
    assert.equal(ok, false);
    assert.match(text, /the reason/);
    assert.equal(last, '4 passed, 1 failed');
  });

  it('counts failed tests one by one', async () => {
    const counts = { passed: 5, failed: 2 };
    const { last } = await run([
      { title: 'x', run: () => Promise.resolve({ ok: false, output: '', counts }) },
    ]);
    assert.equal(last, '5 passed, 2 failed');
  });

  it('runs side by side what stands in one list, and sums all of it up', async () => {
    let begun = 0;
    const waits = (title: string): Check => ({
      title,
      run: async () => {
        begun += 1;
        while (begun < 2) await new Promise((wake) => setImmediate(wake));
        return { ok: title !== 'y', output: 'why', counts: { passed: 1, failed: 0 } };
      },
    });
    const { ok, last } = await run([[waits('x'), waits('y')], passes('b', 4)]);
    assert.equal(ok, false);
    assert.equal(last, '6 passed, 1 failed');
  });

  it('skips what needs a check that failed, and does not call that passed', async () => {
    const fails: Check = { title: 'build', run: () => Promise.reject(new Error('broken')) };
    const { ok, last, text } = await run([fails, { ...passes('journeys', 9), needs: 'build' }]);
    assert.equal(ok, false);
    assert.match(text, /broken/);
    assert.match(text, /journeys +skipped/);
    assert.equal(last, '0 passed, 2 failed');
  });
});

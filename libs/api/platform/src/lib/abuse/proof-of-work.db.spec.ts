import { Controller, Post, UseGuards } from '@nestjs/common';
import { Throttle, ThrottlerModule } from '@nestjs/throttler';
import { FixedClock } from '@reihe/shared-testing';
import { solveChallenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/web/pbkdf2';
import { ForEveryone } from '../access/permission.guard';
import { OpenFormThrottler } from '../by-link/form-throttler';
import { FeatureApp } from '../testing/feature-app';
import { ProofOfWork } from './proof-of-work';
import { PROOF_HEADER, type ProofChallenge } from '@reihe/shared-contracts';

@Controller('form')
class FormController {
  @Post()
  @ForEveryone()
  @UseGuards(OpenFormThrottler)
  @Throttle({ default: { limit: 6, ttl: 60_000 } })
  send(): string {
    return 'taken';
  }
}

/** As a browser does it. */
async function solved(challenge: ProofChallenge): Promise<string> {
  const solution = await solveChallenge({ challenge, deriveKey });
  return Buffer.from(JSON.stringify({ challenge, solution })).toString('base64');
}

describe('the proof of work', () => {
  let app: FeatureApp;
  let work: ProofOfWork;
  // The library looks at the system's clock as well.
  const clock = new FixedClock(new Date().toISOString());

  beforeAll(async () => {
    app = await FeatureApp.open({
      clock,
      config: { proofOfWorkTries: 8 },
      modules: [
        ThrottlerModule.forRoot([{ ttl: 60_000, limit: 600 }]),
        { module: class Forms {}, controllers: [FormController] },
      ],
    });
    app.user = undefined;
    work = app.get(ProofOfWork);
  });
  afterAll(() => app.close());

  const challenge = async () => {
    const made = await work.challenge();
    if (!made) throw new Error('No work was asked for.');
    return made;
  };

  it('is taken once', async () => {
    const proof = await solved(await challenge());
    expect(await work.isProof(proof)).toBe(true);
    expect(await work.isProof(proof)).toBe(false);
  });

  it('is taken once though it arrives twice at the same moment', async () => {
    const proof = await solved(await challenge());
    const taken = await Promise.all([1, 2, 3, 4].map(() => work.isProof(proof)));
    expect(taken.filter(Boolean)).toHaveLength(1);
  });

  it('is none where the task was made easier, or by somebody else', async () => {
    const made = await challenge();
    const easier = { ...made, parameters: { ...made.parameters, keyPrefix: '00', cost: 1 } };
    expect(await work.isProof(await solved(easier))).toBe(false);
    const { signature, ...unsigned } = made;
    expect(signature).toMatch(/^[0-9a-f]{64}$/);
    expect(await work.isProof(await solved(unsigned))).toBe(false);
    const longer = { ...made, parameters: { ...made.parameters, expiresAt: 9_999_999_999 } };
    expect(await work.isProof(await solved(longer))).toBe(false);
  });

  it.each(['', 'no base64!', 'e30=', Buffer.from('null').toString('base64'), 'A'.repeat(5_000)])(
    'is none where it is “%.20s”',
    async (proof) => {
      expect(await work.isProof(proof)).toBe(false);
    },
  );

  it('is none where the work was not done', async () => {
    const made = await challenge();
    const guess = { challenge: made, solution: { counter: 3, derivedKey: '00'.repeat(32) } };
    expect(await work.isProof(Buffer.from(JSON.stringify(guess)).toString('base64'))).toBe(false);
  });

  it('is none any more half an hour later', async () => {
    const proof = await solved(await challenge());
    const before = clock.now();
    clock.set(new Date(before.getTime() + 31 * 60_000).toISOString());
    expect(await work.isProof(proof)).toBe(false);
    clock.set(before.toISOString());
  });

  it('lets forms through as fast as by hand; without it they go more slowly, with the time to wait', async () => {
    const send = (ip: string, proof = '') =>
      app.http('post', '/api/v1/form').set('X-Forwarded-For', ip).set(PROOF_HEADER, proof);
    for (let sent = 0; sent < 2; sent += 1) expect((await send('')).status).toBe(201);
    const refused = await send('');
    expect(refused.status).toBe(429);
    expect(refused.body).toMatchObject({ code: 'request.too-many' });
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
    expect(Number(refused.headers['retry-after'])).toBeLessThanOrEqual(60);
    for (let sent = 0; sent < 6; sent += 1) {
      expect((await send('', await solved(await challenge()))).status).toBe(201);
    }
    expect((await send('', await solved(await challenge()))).status).toBe(429);
  });
});

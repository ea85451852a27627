import {
  Controller,
  Module,
  Post,
  UseGuards,
  type MiddlewareConsumer,
  type NestModule,
} from '@nestjs/common';
import { Throttle, ThrottlerModule } from '@nestjs/throttler';
import { PROOF_HEADER } from '@reihe/shared-contracts';
import { FixedClock } from '@reihe/shared-testing';
import type { NextFunction, Request, Response } from 'express';
import { ProofOfWork } from '../abuse/proof-of-work';
import { ForEveryone } from '../access/permission.guard';
import { FeatureApp } from '../testing/feature-app';
import { FormThrottler, OpenFormThrottler } from './form-throttler';

const LIMIT = { default: { limit: 6, ttl: 60_000 } };
const OF_NETWORK = 24;

@Controller('form')
class FormController {
  @Post('known')
  @ForEveryone()
  @UseGuards(FormThrottler)
  @Throttle(LIMIT)
  known(): string {
    return 'taken';
  }

  @Post('open')
  @ForEveryone()
  @UseGuards(OpenFormThrottler)
  @Throttle(LIMIT)
  open(): string {
    return 'taken';
  }
}

@Module({ controllers: [FormController] })
class Forms implements NestModule {
  configure(consumer: MiddlewareConsumer): void {
    consumer
      .apply((incoming: Request, _response: Response, next: NextFunction) => {
        Object.defineProperty(incoming, 'ip', { value: incoming.headers['x-sent-from'] });
        next();
      })
      .forRoutes(FormController);
  }
}

describe('forms that are sent over and over', () => {
  let app: FeatureApp;

  beforeAll(async () => {
    app = await FeatureApp.open({
      clock: new FixedClock(new Date().toISOString()),
      config: { proofOfWorkTries: 8 },
      modules: [ThrottlerModule.forRoot([{ ttl: 60_000, limit: 600 }]), Forms],
    });
    app.user = undefined;
    // What a proof is worth is said elsewhere.
    app.get(ProofOfWork).isProof = (proof) => Promise.resolve(proof === 'done');
  });
  afterAll(() => app.close());

  /** How many of so many are taken. */
  async function taken(form: 'known' | 'open', from: string, times: number, proof = ''): Promise<number> {
    const statuses: number[] = [];
    for (let sent = 0; sent < times; sent += 1) {
      const { status } = await app
        .call('post', `/form/${form}`)
        .set('X-Sent-From', from)
        .set(PROOF_HEADER, proof);
      statuses.push(status);
    }
    return statuses.filter((status) => status === 201).length;
  }

  it('are taken so often from one host, and what is refused is nothing to its neighbours', async () => {
    expect(await taken('known', '192.0.2.1', 3 * OF_NETWORK)).toBe(6);
    expect(await taken('known', '192.0.2.2', 7)).toBe(6);
    expect(await taken('known', '2001:db8:1:1::1', 3 * OF_NETWORK)).toBe(6);
    expect(await taken('known', '2001:db8:1:2::1', 7)).toBe(6);
  });

  it('are taken four times as often from a network, however many hosts it has', async () => {
    let all = 0;
    for (let host = 1; host <= 6; host += 1) all += await taken('known', `198.51.100.${host}`, 6);
    expect(all).toBe(OF_NETWORK);
    expect(await taken('known', '203.0.113.1', 1)).toBe(1);
  });

  it('are taken from whoever worked for them, whatever a machine in the same network or host sends without', async () => {
    let all = 0;
    for (let host = 1; host <= 10; host += 1) all += await taken('open', `192.0.2.${host}`, 2);
    expect(all).toBe(OF_NETWORK / 3);
    expect(await taken('open', '192.0.2.1', 7, 'done')).toBe(6);
    expect(await taken('open', '192.0.2.99', 1, 'done')).toBe(1);
  });
});

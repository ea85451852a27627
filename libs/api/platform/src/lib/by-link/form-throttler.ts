import { Inject, Injectable, type ExecutionContext } from '@nestjs/common';
import { ThrottlerGuard, type ThrottlerRequest } from '@nestjs/throttler';
import type { Request } from 'express';
import { hostOf, networkOf } from '../abuse/network';
import { ProofOfWork } from '../abuse/proof-of-work';
import { Config } from '../config/config';
import { PROOF_HEADER } from '@reihe/shared-contracts';

/** Forms a person fills in by hand; a busy office behind one address still gets through. */
export const FORM_LIMIT = { default: { limit: 30, ttl: 60_000 } };

/** A town hall whose rooms all join at the full hour, behind one address. */
export const JOIN_LIMIT = { default: { limit: 120, ttl: 60_000 } };

/** Of its hosts together a network may send so many times what each of them may. */
const NETWORK_SHARE = 4;
/** Who brings no proof of work waits so many times as long. */
const UNPROVEN_SHARE = 3;

/** Counts per host and per network, so that neither one machine nor a rented row of them fills a form in over and over. */
@Injectable()
export class FormThrottler extends ThrottlerGuard {
  @Inject(Config) protected readonly config: Config;

  protected override shouldSkip(_context: ExecutionContext): Promise<boolean> {
    return Promise.resolve(!this.config.isThrottlingForms);
  }

  protected override handleRequest(asked: ThrottlerRequest): Promise<boolean> {
    return this.count(asked, '');
  }

  /**
   * The host first: what is refused there takes nothing from its neighbours.
   * @param kind what is counted by itself; each has a limit of its own
   */
  protected async count(asked: ThrottlerRequest, kind: string): Promise<boolean> {
    const { getTracker, limit } = asked;
    await super.handleRequest({
      ...asked,
      getTracker: async (request, context) => kind + (await getTracker(request, context)),
    });
    return super.handleRequest({
      ...asked,
      limit: limit * NETWORK_SHARE,
      getTracker: ({ ip }: { ip?: string }) => `${kind}network ${networkOf(ip ?? '')}`,
    });
  }

  protected override getTracker({ ip = '' }: Request): Promise<string> {
    return Promise.resolve(hostOf(ip));
  }
}

/**
 * For forms that anybody may send, known or not: whoever brings a proof of work is counted as by hand, whoever brings none (a browser
 * without scripts, or a machine) is let through more slowly.
 */
@Injectable()
export class OpenFormThrottler extends FormThrottler {
  @Inject(ProofOfWork) private readonly work: ProofOfWork;

  protected override async handleRequest(asked: ThrottlerRequest): Promise<boolean> {
    const { headers } = asked.context.switchToHttp().getRequest<Request>();
    const proof = headers[PROOF_HEADER.toLowerCase()];
    const isProven =
      this.config.proofOfWorkTries === 0 || (typeof proof === 'string' && (await this.work.isProof(proof)));
    if (isProven) return this.count(asked, '');
    return this.count({ ...asked, limit: Math.ceil(asked.limit / UNPROVEN_SHARE) }, 'unproven ');
  }
}

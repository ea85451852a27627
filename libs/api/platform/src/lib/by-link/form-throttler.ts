import { Inject, Injectable } from '@nestjs/common';
import { ThrottlerGuard } from '@nestjs/throttler';
import type { Request } from 'express';
import { Config } from '../config/config';

/** Forms a person fills in by hand; a busy office behind one address still gets through. */
export const FORM_LIMIT = { default: { limit: 30, ttl: 60_000 } };

/** A town hall whose rooms all join at the full hour, behind one address. */
export const JOIN_LIMIT = { default: { limit: 120, ttl: 60_000 } };

/** Counts per network: one address of IPv4, a household's /64 of IPv6, of which single addresses are free to change. */
@Injectable()
export class FormThrottler extends ThrottlerGuard {
  @Inject(Config) private readonly config: Config;

  protected override shouldSkip(): Promise<boolean> {
    return Promise.resolve(!this.config.isThrottlingForms);
  }

  protected override getTracker(request: Request): Promise<string> {
    const address = request.ip ?? '';
    const isIpv6 = address.includes(':') && !address.includes('.');
    return Promise.resolve(isIpv6 ? address.split(':').slice(0, 4).join(':') : address);
  }
}

import { Injectable } from '@nestjs/common';
import { Clock, Config, TokenSeal } from '@reihe/api-platform';

/** Long enough to come back to an open page, short enough for an address that was handed on. */
const HOURS = 12;

/** What of a pass is no material's id. */
export const CERTIFICATE = 'certificate';

export interface Pass {
  registrationId: string;
  /** A material's id, or the certificate. */
  thing: string;
}

/**
 * Addresses of one person's files. A browser fetches a file by an address alone; the personal token would stay in its history and
 * in the list of downloads, a pass is good for one file and some hours. Whether the person may still have it is asked when it is used.
 */
@Injectable()
export class OwnPass {
  private readonly seal: TokenSeal;

  constructor(
    private readonly clock: Clock,
    config: Config,
  ) {
    this.seal = new TokenSeal(config.secret, 'own-files');
  }

  issue({ registrationId, thing }: Pass): string {
    const until = Math.floor(this.clock.now().getTime() / 1000) + HOURS * 3600;
    return this.seal.seal(`${registrationId} ${thing} ${until}`);
  }

  /** null: not one of ours, or its time is over. */
  open(pass: string): Pass | null {
    const [registrationId, thing, until] = this.seal.open(pass)?.split(' ') ?? [];
    if (!registrationId || !thing || Number(until) * 1000 <= this.clock.now().getTime()) return null;
    return { registrationId, thing };
  }
}

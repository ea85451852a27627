import { hkdfSync, randomInt } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { createChallenge, verifySolution, type Payload } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2';
import { Config } from '../config/config';
import { Clock } from '../time/clock';
import { SpentProofsRepository } from './spent-proofs.repository';
import type { ProofChallenge } from '@reihe/shared-contracts';

const ALGORITHM = 'PBKDF2/SHA-256';
/** Rounds of one try: long enough that a try is work, short enough that a hundred of them do not stop a phone. */
const COST = 2_000;
/** A form may be filled in slowly. */
const LIFE_MS = 30 * 60_000;
const LONGEST_PROOF = 4_000;

/**
 * A little work of the browser's, so that sending thousands of forms costs somebody something. Made and judged here: no third party
 * is asked, nobody is measured, nothing depends on where somebody is. What comes without a proof is taken too, only more slowly.
 */
@Injectable()
export class ProofOfWork {
  private readonly secrets: { hmacSignatureSecret: string; hmacKeySignatureSecret: string };

  constructor(
    private readonly spent: SpentProofsRepository,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {
    this.secrets = {
      hmacSignatureSecret: this.secretFor('challenge'),
      hmacKeySignatureSecret: this.secretFor('key'),
    };
  }

  /** null: none is asked for. */
  async challenge(): Promise<ProofChallenge | null> {
    const { proofOfWorkTries: tries } = this.config;
    if (tries === 0 || !this.config.isThrottlingForms) return null;
    return createChallenge({
      algorithm: ALGORITHM,
      cost: COST,
      // Known beforehand, so that judging is one signature and not another try.
      counter: randomInt(Math.ceil(tries / 2), tries + 1),
      deriveKey,
      expiresAt: new Date(this.clock.now().getTime() + LIFE_MS),
      ...this.secrets,
    });
  }

  /** @param proof base64 of JSON, as `altcha-lib` writes it; each is good for one form */
  async isProof(proof: string): Promise<boolean> {
    const payload = payloadOf(proof);
    if (!payload) return false;
    const { challenge, solution } = payload;
    const { nonce, expiresAt = 0 } = challenge.parameters;
    const expires = new Date(expiresAt * 1_000);
    const now = this.clock.now();
    if (expires <= now) return false;
    try {
      const { verified, invalidSolution, invalidSignature } = await verifySolution({
        challenge,
        solution,
        deriveKey,
        ...this.secrets,
      });
      // The library looks at the system's clock too: what ours says was decided above.
      if (!verified || invalidSolution || invalidSignature) return false;
    } catch {
      return false;
    }
    return this.spent.spend(nonce, expires, now);
  }

  private secretFor(use: string): string {
    return Buffer.from(hkdfSync('sha256', this.config.secret, '', `proof-of-work ${use}`, 32)).toString(
      'hex',
    );
  }
}

/** null where it is none; what is in it is not trusted yet, only there. */
function payloadOf(proof: string): Payload | null {
  if (proof === '' || proof.length > LONGEST_PROOF) return null;
  try {
    const read = JSON.parse(Buffer.from(proof, 'base64').toString('utf8')) as Partial<Payload> | null;
    const nonce: unknown = read?.challenge?.parameters?.nonce;
    return read?.challenge && read.solution && typeof nonce === 'string' ? (read as Payload) : null;
  } catch {
    return null;
  }
}

/** Carries the proof with a form, base64 of JSON. */
export const PROOF_HEADER = 'X-Reihe-Proof';

/** A small task for the browser, as `altcha-lib` reads it; signed, so that nobody makes an easier one. */
export interface ProofChallenge {
  parameters: {
    algorithm: string;
    nonce: string;
    salt: string;
    cost: number;
    keyLength: number;
    keyPrefix: string;
    keySignature?: string;
    /** Seconds since 1970. */
    expiresAt?: number;
  };
  signature?: string;
}

/** `challenge` null: no proof is asked for. */
export interface ProofTask {
  challenge: ProofChallenge | null;
}

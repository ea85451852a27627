import { HttpClient } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import { apiAddress } from './requests';
import { type ProofTask, readerPaths } from '@reihe/shared-contracts';

/** Longest that a form waits for its proof: without one it is taken too. */
const PATIENCE_MS = 8_000;

/**
 * The little work that forms anybody may send ask of a browser. Begun when somebody first touches the form, done beside the typing
 * (each step is the browser's own, off the page's thread), and given up in silence where it cannot be done.
 */
@Injectable({ providedIn: 'root' })
export class BrowserProof {
  private readonly http = inject(HttpClient);
  private working: Promise<string> | null = null;

  /** May be called as often as one likes. */
  begin(): void {
    this.working ??= this.work().catch(() => '');
  }

  /** For one form; empty where there is none. */
  async take(): Promise<string> {
    this.begin();
    const proof = this.working ?? Promise.resolve('');
    this.working = null;
    return Promise.race([proof, new Promise<string>((resolve) => setTimeout(resolve, PATIENCE_MS, ''))]);
  }

  private async work(): Promise<string> {
    // Only pages that came over HTTPS (or from the same machine) may derive keys.
    if (typeof globalThis.crypto?.subtle?.deriveBits !== 'function') return '';
    const [{ solveChallenge }, { deriveKey }, { challenge }] = await Promise.all([
      import('altcha-lib'),
      import('altcha-lib/algorithms/web/pbkdf2'),
      firstValueFrom(
        this.http.get<ProofTask>(apiAddress(readerPaths.proofChallenge), { transferCache: false }),
      ),
    ]);
    if (!challenge) return '';
    const solution = await solveChallenge({ challenge, deriveKey });
    return solution ? btoa(JSON.stringify({ challenge, solution })) : '';
  }
}

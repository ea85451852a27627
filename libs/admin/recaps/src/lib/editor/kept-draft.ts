import { DOCUMENT, inject, Injectable } from '@angular/core';
import type { RecapForm } from './recap-form';

export interface KeptText {
  /** Version of the recap that was being edited. */
  version: number;
  typed: RecapForm;
}

/** A copy of what is typed, per recap, in this browser: it outlives a failed save, a reload and a crash. */
@Injectable({ providedIn: 'root' })
export class KeptDraft {
  private readonly storage = inject(DOCUMENT).defaultView?.localStorage;

  read(recapId: string): KeptText | null {
    try {
      const kept: unknown = JSON.parse(this.storage?.getItem(keyOf(recapId)) ?? 'null');
      return isKeptText(kept) ? kept : null;
    } catch {
      return null;
    }
  }

  write(recapId: string, kept: KeptText): void {
    try {
      this.storage?.setItem(keyOf(recapId), JSON.stringify(kept));
    } catch {
      // A full or closed storage must not disturb the writing; the text is still on the page.
    }
  }

  forget(recapId: string): void {
    this.storage?.removeItem(keyOf(recapId));
  }
}

function keyOf(recapId: string): string {
  return `reihe.recap.${recapId}`;
}

/** What an older release of this page may have left behind is not put into today's form. */
function isKeptText(value: unknown): value is KeptText {
  if (typeof value !== 'object' || value === null || !('typed' in value)) return false;
  const typed = value.typed;
  return 'version' in value && typeof typed === 'object' && typed !== null && 'translations' in typed;
}

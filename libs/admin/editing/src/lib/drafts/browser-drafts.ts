import { DOCUMENT, inject, Service } from '@angular/core';
import { EDITED, type EditingDraft } from '@reihe/shared-contracts';

const PREFIX = 'reihe.draft';

/** Drafts that the server has not got yet, kept in this browser per account. */
@Service()
export class BrowserDrafts {
  private readonly storage = inject(DOCUMENT).defaultView?.localStorage;

  /** False where the browser has no room or keeps nothing. */
  write(accountId: string, draft: EditingDraft): boolean {
    try {
      this.storage?.setItem(nameOf(accountId, draft), JSON.stringify(draft));
      return this.storage !== undefined;
    } catch {
      return false;
    }
  }

  forget(accountId: string, place: Pick<EditingDraft, 'subject' | 'key'>): void {
    this.storage?.removeItem(nameOf(accountId, place));
  }

  /** Whoever signs out leaves nothing behind: a draft may hold a meeting's link and passcode. */
  forgetAll(): void {
    for (const name of Object.keys(this.storage ?? {}))
      if (name.startsWith(`${PREFIX}.`)) this.storage?.removeItem(name);
  }

  all(accountId: string): EditingDraft[] {
    const names = Object.keys(this.storage ?? {}).filter((name) =>
      name.startsWith(`${PREFIX}.${accountId}.`),
    );
    return names.flatMap((name) => {
      try {
        const kept: unknown = JSON.parse(this.storage?.getItem(name) ?? 'null');
        return isDraft(kept) ? [kept] : [];
      } catch {
        return [];
      }
    });
  }
}

function nameOf(accountId: string, { subject, key }: Pick<EditingDraft, 'subject' | 'key'>): string {
  return `${PREFIX}.${accountId}.${subject}.${key}`;
}

/** Anything may stand in a browser's storage. */
function isDraft(value: unknown): value is EditingDraft {
  if (typeof value !== 'object' || value === null) return false;
  const { subject, key, form, base, baseVersion, updatedAt } = value as Record<string, unknown>;
  return (
    (EDITED as readonly unknown[]).includes(subject) &&
    typeof key === 'string' &&
    typeof baseVersion === 'number' &&
    typeof updatedAt === 'string' &&
    [form, base].every((one) => typeof one === 'object' && one !== null)
  );
}

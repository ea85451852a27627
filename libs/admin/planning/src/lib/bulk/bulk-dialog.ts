import { Component, computed, inject, signal } from '@angular/core';
import { MAT_DIALOG_DATA, MatDialogModule, MatDialogRef } from '@angular/material/dialog';
import { cancelSessionRules } from '@reihe/shared-contracts';
import {
  bulkChangeRules,
  type BulkChange,
  type BulkPreview,
  type BulkResult,
  type BulkTarget,
} from '@reihe/shared-planning';
import { fieldError } from '@reihe/shared-form-policies';
import { BulkClient } from '@reihe/web-data-access';
import { failureOf } from '@reihe/web-platform';
import { fieldErrorWords, staffFailureWords } from '@reihe/web-forms';
import { BulkPreviewTable } from './bulk-preview-table';
import { bulkTitle, type StartedKind } from './bulk-words';

export interface BulkQuestionData {
  kind: StartedKind;
  ids: readonly string[];
}

/** So long after the last key what is typed is taken for what is meant. */
const PAUSE_BEFORE_ASKING = 300;

/** What a change would do to each of many sessions and who is told; then all of it or nothing. */
@Component({
  selector: 'reihe-bulk-dialog',
  imports: [BulkPreviewTable, MatDialogModule],
  templateUrl: './bulk-dialog.html',
  styles: `
    .value {
      display: grid;
      gap: var(--space-3xs);
      max-inline-size: 30rem;
      margin-block-end: var(--space-s);
    }
    .value label {
      font-weight: 600;
    }
    .value p,
    .summary p {
      margin: 0;
    }
    input[type='number'] {
      inline-size: 8rem;
    }
    .unlimited {
      display: flex;
      gap: var(--space-2xs);
      align-items: baseline;
      font-weight: 400;
    }
    .error {
      font-weight: 600;
      color: var(--coral);
    }
    .summary {
      margin-block-end: var(--space-s);
      padding: var(--space-xs) var(--space-s);
      border-inline-start: 3px solid var(--harbour);
      background: var(--sunken);
    }
  `,
})
export class BulkDialog {
  protected readonly data = inject<BulkQuestionData>(MAT_DIALOG_DATA);
  private readonly dialog = inject<MatDialogRef<BulkDialog, BulkResult>>(MatDialogRef);
  private readonly bulk = inject(BulkClient);

  protected readonly title = bulkTitle(this.data.kind);
  protected readonly days = signal<number | null>(7);
  protected readonly capacity = signal<number | null>(null);
  protected readonly isUnlimited = signal(false);
  protected readonly reason = signal('');
  protected readonly isTouched = signal(false);
  private readonly choices = signal<ReadonlyMap<string, 'earlier' | 'later'>>(new Map());

  private readonly previewed = signal<{ change: BulkChange; preview: BulkPreview } | null>(null);
  protected readonly preview = computed(() => this.previewed()?.preview ?? null);
  protected readonly isAsking = signal(false);
  protected readonly isSending = signal(false);
  protected readonly problem = signal('');
  private asked = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;

  /** Null while what is typed is no change yet. */
  private readonly change = computed<BulkChange | null>(() => {
    const { kind } = this.data;
    switch (kind) {
      case 'publish':
      case 'cancel':
        return { kind };
      case 'move': {
        const days = this.days();
        return days === null || days === 0 || fieldError(days, bulkChangeRules.days) ? null : { kind, days };
      }
      case 'capacity': {
        const capacity = this.isUnlimited() ? null : this.capacity();
        const isMissing = capacity === null && !this.isUnlimited();
        return isMissing || fieldError(capacity, bulkChangeRules.capacity) ? null : { kind, capacity };
      }
    }
  });
  protected readonly accepted = computed(() =>
    (this.preview()?.items ?? []).filter(({ refusal, question }) => !refusal && !question),
  );
  protected readonly open = computed(
    () => (this.preview()?.items ?? []).filter(({ question }) => question).length,
  );
  protected readonly left = computed(
    () => (this.preview()?.items ?? []).filter(({ refusal }) => refusal).length,
  );
  protected readonly reasonError = computed(() => {
    if (this.data.kind !== 'cancel') return '';
    const error = fieldError(this.reason(), cancelSessionRules.reason);
    return error ? fieldErrorWords(error.code, error.limit) : '';
  });
  /** Only what one sees: what is typed since is looked at first. */
  protected readonly canSend = computed(() => {
    const isSeen = JSON.stringify(this.previewed()?.change) === JSON.stringify(this.change());
    return isSeen && this.accepted().length > 0 && this.open() === 0 && !this.isAsking() && !this.isSending();
  });

  constructor() {
    void this.ask();
  }

  protected typeDays(text: string): void {
    this.days.set(numberIn(text));
    this.askSoon();
  }

  protected typeCapacity(text: string): void {
    this.capacity.set(numberIn(text));
    this.askSoon();
  }

  protected setUnlimited(isUnlimited: boolean): void {
    this.isUnlimited.set(isUnlimited);
    this.askSoon();
  }

  protected choose({ id, choice }: { id: string; choice: 'earlier' | 'later' }): void {
    this.choices.update((choices) => new Map(choices).set(id, choice));
    void this.ask();
  }

  protected async send(): Promise<void> {
    this.isTouched.set(true);
    const change = this.previewed()?.change;
    if (!change || !this.canSend() || this.reasonError()) return;
    this.isSending.set(true);
    this.problem.set('');
    try {
      const reason = this.data.kind === 'cancel' ? { reason: this.reason().trim() } : {};
      const sessions = this.accepted().map(({ id, version }) => this.target(id, version));
      this.dialog.close(await this.bulk.change({ change: { ...change, ...reason }, sessions }));
    } catch (error) {
      this.problem.set(staffFailureWords(failureOf(error)));
      await this.ask();
    } finally {
      this.isSending.set(false);
    }
  }

  private askSoon(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      this.problem.set('');
      void this.ask();
    }, PAUSE_BEFORE_ASKING);
  }

  /** Only the answer to the latest question counts. */
  private async ask(): Promise<void> {
    const turn = (this.asked += 1);
    const change = this.change();
    if (!change) {
      this.previewed.set(null);
      this.isAsking.set(false);
      return;
    }
    this.isAsking.set(true);
    try {
      const preview = await this.bulk.preview({
        change,
        sessions: this.data.ids.map((id) => this.target(id, 0)),
      });
      if (turn === this.asked) this.previewed.set({ change, preview });
    } catch (error) {
      if (turn === this.asked) this.problem.set(staffFailureWords(failureOf(error)));
    } finally {
      if (turn === this.asked) this.isAsking.set(false);
    }
  }

  private target(id: string, version: number): BulkTarget {
    const clockChoice = this.choices().get(id);
    return { id, version, ...(clockChoice && { clockChoice }) };
  }
}

/** Null for what is no whole number. */
function numberIn(text: string): number | null {
  return /^-?\d+$/.test(text.trim()) ? Number(text) : null;
}

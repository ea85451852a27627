import { Component, computed, inject, signal } from '@angular/core';
import { MAT_DIALOG_DATA, MatDialogModule, MatDialogRef } from '@angular/material/dialog';
import { StackedTable } from '@reihe/admin-ui';
import { fieldError } from '@reihe/shared-form-policies';
import {
  mergeParticipantsRules,
  type MergedRegistration,
  type MergePreview,
} from '@reihe/shared-registration';
import { DeskClient } from '@reihe/web-data-access';
import { failureOf, Formats } from '@reihe/web-platform';
import { fieldErrorWords, staffFailureWords } from '@reihe/web-forms';
import { StateBadge } from '@reihe/web-ui';
import { registrationStateTone, registrationStateWords } from '../registration-words';

export interface MergeQuestion {
  /** The first one stays unless the other is chosen. */
  ids: readonly [string, string];
}

/** Two entries become one, for good: which stays, what becomes of each registration, and why. Closes with the id that stays. */
@Component({
  selector: 'reihe-merge-dialog',
  imports: [MatDialogModule, StackedTable, StateBadge],
  templateUrl: './merge-dialog.html',
  styles: `
    fieldset {
      display: grid;
      gap: var(--space-2xs);
      margin: 0 0 var(--space-s);
      padding: 0;
      border: 0;
    }
    legend,
    .reason label {
      font-weight: 600;
    }
    fieldset label {
      display: flex;
      gap: var(--space-2xs);
      align-items: baseline;
    }
    small {
      display: block;
      color: var(--ink-soft);
      overflow-wrap: anywhere;
    }
    .reason {
      display: grid;
      gap: var(--space-3xs);
      margin-block: var(--space-s);
    }
    .error {
      margin: 0;
      font-weight: 600;
      color: var(--coral);
    }
    .summary {
      margin-block-end: var(--space-s);
      padding: var(--space-xs) var(--space-s);
      border-inline-start: 3px solid var(--harbour);
      background: var(--sunken);
    }
    .summary p {
      margin: 0;
    }
  `,
})
export class MergeDialog {
  protected readonly question = inject<MergeQuestion>(MAT_DIALOG_DATA);
  private readonly dialog = inject<MatDialogRef<MergeDialog, string>>(MatDialogRef);
  private readonly desk = inject(DeskClient);
  private readonly formats = inject(Formats);

  protected readonly keptId = signal(this.question.ids[0]);
  private readonly absorbedId = computed(() => this.question.ids.find((id) => id !== this.keptId()) ?? '');
  protected readonly preview = signal<MergePreview | null>(null);
  protected readonly reason = signal('');
  protected readonly isTouched = signal(false);
  protected readonly isAsking = signal(false);
  protected readonly isSending = signal(false);
  protected readonly problem = signal('');
  private asked = 0;

  protected readonly both = computed(() => {
    const seen = this.preview();
    return seen ? this.question.ids.map((id) => (seen.kept.id === id ? seen.kept : seen.absorbed)) : [];
  });
  protected readonly reasonError = computed(() => {
    const error = fieldError(this.reason().trim(), mergeParticipantsRules.reason);
    return error ? fieldErrorWords(error.code, error.limit) : '';
  });
  protected readonly canSend = computed(
    () => this.preview()?.refusal === null && !this.isAsking() && !this.isSending(),
  );
  protected readonly movedUp = computed(() =>
    this.formats.list(
      (this.preview()?.movedUp ?? []).map(({ name, sessionTitle }) => `${name} (${sessionTitle})`),
    ),
  );
  protected readonly stateWords = registrationStateWords;
  protected readonly stateTone = registrationStateTone;

  constructor() {
    void this.ask();
  }

  protected keep(id: string): void {
    this.keptId.set(id);
    this.problem.set('');
    void this.ask();
  }

  protected outcome({ outcome, belongsTo }: MergedRegistration): string {
    if (outcome === 'moves') return $localize`:@@registration.merge.moves:Moves to the entry that stays`;
    return belongsTo === 'absorbed'
      ? $localize`:@@registration.merge.ends:Ends: that of the entry that stays is better or as good`
      : $localize`:@@registration.merge.ends-kept:Ends: that of the other entry is better`;
  }

  protected async send(): Promise<void> {
    this.isTouched.set(true);
    const seen = this.preview();
    if (!seen || !this.canSend() || this.reasonError()) return;
    this.isSending.set(true);
    this.problem.set('');
    try {
      const reason = this.reason().trim();
      await this.desk.merge(this.keptId(), {
        absorbedId: this.absorbedId(),
        reason,
        fingerprint: seen.fingerprint,
      });
      this.dialog.close(this.keptId());
    } catch (error) {
      const failure = failureOf(error);
      this.problem.set(staffFailureWords(failure));
      const now = failure.kind === 'problem' ? failure.problem.details?.['preview'] : undefined;
      // What would happen now came along: it is looked at before anything is done.
      if (now) this.preview.set(now as MergePreview);
    } finally {
      this.isSending.set(false);
    }
  }

  /** Only the answer to the latest question counts. */
  private async ask(): Promise<void> {
    const turn = (this.asked += 1);
    this.isAsking.set(true);
    try {
      const preview = await this.desk.previewMerge(this.keptId(), { absorbedId: this.absorbedId() });
      if (turn === this.asked) this.preview.set(preview);
    } catch (error) {
      if (turn === this.asked) this.problem.set(staffFailureWords(failureOf(error)));
    } finally {
      if (turn === this.asked) this.isAsking.set(false);
    }
  }
}

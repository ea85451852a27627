import { Component, computed, inject, signal } from '@angular/core';
import { MAT_DIALOG_DATA, MatDialogModule, MatDialogRef } from '@angular/material/dialog';
import { StackedTable } from '@reihe/admin-ui';
import { fieldError } from '@reihe/shared-form-policies';
import {
  makeDecisionRules,
  type AskDecision,
  type DecisionItem,
  type DecisionKind,
  type DecisionPreview,
  type DecisionResult,
  type RegistrationSelection,
} from '@reihe/shared-registration';
import { DeskClient } from '@reihe/web-data-access';
import { failureOf } from '@reihe/web-platform';
import { fieldErrorWords, staffFailureWords } from '@reihe/web-forms';
import { StateBadge } from '@reihe/web-ui';
import { registrationStateTone, registrationStateWords } from '../registration-words';
import { decisionAction, decisionTitle, refusalWords } from './decision-words';

export interface DecisionQuestion {
  kind: DecisionKind;
  selection: RegistrationSelection;
}

/** Exactly what a decision does, to whom, and who is told; then that and nothing else. Stays open, with what was typed, until it is done. */
@Component({
  selector: 'reihe-decision-dialog',
  imports: [MatDialogModule, StackedTable, StateBadge],
  templateUrl: './decision-dialog.html',
  styles: `
    .reason {
      display: grid;
      gap: var(--space-3xs);
      max-inline-size: 34rem;
      margin-block-end: var(--space-s);
    }
    .reason label {
      font-weight: 600;
    }
    .reason p,
    .summary p {
      margin: 0;
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
    .out {
      color: var(--ink-soft);
    }
    h3 {
      margin: var(--space-s) 0 var(--space-3xs);
      font: 600 var(--step-0) / 1.4 var(--sans);
    }
  `,
})
export class DecisionDialog {
  protected readonly question = inject<DecisionQuestion>(MAT_DIALOG_DATA);
  private readonly dialog = inject<MatDialogRef<DecisionDialog, DecisionResult>>(MatDialogRef);
  private readonly desk = inject(DeskClient);

  protected readonly title = decisionTitle(this.question.kind);
  protected readonly hasReason = this.question.kind === 'decline' || this.question.kind === 'cancel';
  protected readonly reason = signal('');
  protected readonly preview = signal<DecisionPreview | null>(null);
  protected readonly isAsking = signal(false);
  protected readonly isSending = signal(false);
  protected readonly problem = signal('');

  protected readonly decided = computed(() =>
    (this.preview()?.items ?? []).filter(({ refusal }) => !refusal),
  );
  protected readonly refused = computed(() => (this.preview()?.items ?? []).filter(({ refusal }) => refusal));
  /** Who becomes what first, who is left out below. */
  protected readonly items = computed<readonly DecisionItem[]>(() => [...this.decided(), ...this.refused()]);
  protected readonly reasonError = computed(() => {
    const error = fieldError(this.reason(), makeDecisionRules.reason);
    return error ? fieldErrorWords(error.code, error.limit) : '';
  });
  protected readonly canSend = computed(
    () => this.decided().length > 0 && !this.isAsking() && !this.isSending() && !this.reasonError(),
  );
  protected readonly action = computed(() => decisionAction(this.question.kind, this.decided().length));
  protected readonly stateWords = registrationStateWords;
  protected readonly stateTone = registrationStateTone;
  protected readonly refusalWords = refusalWords;

  constructor() {
    void this.ask();
  }

  protected async send(): Promise<void> {
    const seen = this.preview();
    if (!seen || !this.canSend()) return;
    this.isSending.set(true);
    this.problem.set('');
    try {
      const reason = this.hasReason ? { reason: this.reason().trim() } : {};
      this.dialog.close(
        await this.desk.decide({ ...this.request(), ...reason, fingerprint: seen.fingerprint }),
      );
    } catch (error) {
      const failure = failureOf(error);
      this.problem.set(staffFailureWords(failure));
      const now = failure.kind === 'problem' ? failure.problem.details?.['preview'] : undefined;
      // What would happen now came along: it is looked at before anything is done.
      if (now) this.preview.set(now as DecisionPreview);
    } finally {
      this.isSending.set(false);
    }
  }

  private async ask(): Promise<void> {
    this.isAsking.set(true);
    try {
      this.preview.set(await this.desk.preview(this.request()));
    } catch (error) {
      this.problem.set(staffFailureWords(failureOf(error)));
    } finally {
      this.isAsking.set(false);
    }
  }

  private request(): AskDecision {
    return { kind: this.question.kind, ...this.question.selection };
  }
}

import { Component, computed, inject, signal } from '@angular/core';
import { MAT_DIALOG_DATA, MatDialogModule, MatDialogRef } from '@angular/material/dialog';
import {
  setRetentionRules,
  type RetentionBasis,
  type RetentionRule,
  type SetRetention,
} from '@reihe/shared-figures';
import { fieldError } from '@reihe/shared-form-policies';
import { fieldErrorWords, staffFailureWords } from '@reihe/web-forms';
import { failureOf } from '@reihe/web-platform';

export interface RuleQuestion {
  /** Title of the series; null: the rule of all that have none of their own. */
  about: string | null;
  rule: RetentionRule;
  send(rule: SetRetention): Promise<unknown>;
}

type Choice = 'as-all' | 'ever' | 'months';
const FIRST_MONTHS = 12;

/** How long personal data is kept. Stays open, with what was chosen, until it is saved. */
@Component({
  selector: 'reihe-rule-dialog',
  imports: [MatDialogModule],
  template: `
    <form novalidate (submit)="$event.preventDefault(); save()">
      <h2 mat-dialog-title i18n="@@privacy.rule.title">How long personal data is kept</h2>
      <mat-dialog-content>
        @if (question.about) {
          <p>{{ question.about }}</p>
        } @else {
          <p i18n="@@privacy.rule.about-all">Of all series without a rule of their own.</p>
        }
        @if (refusal(); as words) {
          <p class="notice" role="alert">{{ words }}</p>
        }
        <fieldset>
          <legend class="visually-hidden" i18n="@@privacy.rule.title">How long personal data is kept</legend>
          @if (question.about) {
            <label>
              <input
                type="radio"
                name="choice"
                [checked]="choice() === 'as-all'"
                (change)="choice.set('as-all')"
              />
              <span i18n="@@privacy.rule.as-all">As for all series</span>
            </label>
          }
          <label>
            <input type="radio" name="choice" [checked]="choice() === 'ever'" (change)="choice.set('ever')" />
            <span i18n="@@privacy.rule.keep-ever">For ever</span>
          </label>
          <label>
            <input
              type="radio"
              name="choice"
              [checked]="choice() === 'months'"
              (change)="choice.set('months')"
            />
            <span i18n="@@privacy.rule.some-months">For some months</span>
          </label>
        </fieldset>
        @if (choice() === 'months') {
          <div class="months">
            <label for="rule-months" i18n="@@privacy.rule.months">Months</label>
            <input
              #months
              id="rule-months"
              class="control"
              type="number"
              inputmode="numeric"
              step="1"
              [attr.aria-invalid]="error() ? 'true' : null"
              [attr.aria-describedby]="error() ? 'rule-months-error' : null"
              [value]="typed()"
              (input)="typed.set(months.value)"
            />
            @if (error(); as words) {
              <p class="error" id="rule-months-error">{{ words }}</p>
            }
          </div>
          <fieldset>
            <legend i18n="@@privacy.rule.from">Counted from</legend>
            <label>
              <input type="radio" name="from" [checked]="from() === 'series'" (change)="from.set('series')" />
              <span>
                <ng-container i18n="@@privacy.rule.from-series"
                  >the end of the series’ last session</ng-container
                >
                <small i18n="@@privacy.rule.from-series-hint">Everything of the series goes at once.</small>
              </span>
            </label>
            <label>
              <input
                type="radio"
                name="from"
                [checked]="from() === 'session'"
                (change)="from.set('session')"
              />
              <span>
                <ng-container i18n="@@privacy.rule.from-session">the end of each session</ng-container>
                <small i18n="@@privacy.rule.from-session-hint">For series that go on and on.</small>
              </span>
            </label>
          </fieldset>
        }
      </mat-dialog-content>
      <mat-dialog-actions>
        <button type="button" class="button quiet" mat-dialog-close i18n="@@privacy.dismiss">Back</button>
        <button type="submit" class="button" [disabled]="isSending()" i18n="@@privacy.rule.save">
          Save the rule
        </button>
      </mat-dialog-actions>
    </form>
  `,
  styleUrl: './dialogs.css',
})
export class RuleDialog {
  protected readonly question = inject<RuleQuestion>(MAT_DIALOG_DATA);
  private readonly dialog = inject<MatDialogRef<RuleDialog, boolean>>(MatDialogRef);

  protected readonly choice = signal<Choice>(choiceOf(this.question));
  protected readonly typed = signal(String(this.question.rule.months ?? FIRST_MONTHS));
  protected readonly from = signal<RetentionBasis>(this.question.rule.countsFrom);
  protected readonly isTouched = signal(false);
  protected readonly isSending = signal(false);
  protected readonly refusal = signal('');
  private readonly months = computed(() => (this.typed().trim() === '' ? null : Number(this.typed())));
  private readonly mistake = computed(() => fieldError(this.months(), { ...MONTHS }));
  protected readonly error = computed(() => {
    const mistake = this.isTouched() ? this.mistake() : null;
    return mistake ? fieldErrorWords(mistake.code, mistake.limit) : '';
  });

  protected async save(): Promise<void> {
    this.isTouched.set(true);
    const choice = this.choice();
    if (choice === 'months' && this.mistake()) return;
    this.isSending.set(true);
    this.refusal.set('');
    try {
      await this.question.send({
        months: choice === 'months' ? this.months() : null,
        countsFrom: this.from(),
        version: this.question.rule.version,
        isOwn: choice !== 'as-all',
      });
      this.dialog.close(true);
    } catch (error) {
      this.refusal.set(staffFailureWords(failureOf(error)));
    } finally {
      this.isSending.set(false);
    }
  }
}

/** Where months are chosen, there must be some. */
const MONTHS = {
  kind: 'number',
  min: setRetentionRules.months.min,
  max: setRetentionRules.months.max,
} as const;

function choiceOf({ about, rule }: RuleQuestion): Choice {
  if (about !== null && !rule.isOwn) return 'as-all';
  return rule.months === null ? 'ever' : 'months';
}

import { Component, computed, input, viewChild } from '@angular/core';
import type { UnsavedWork } from '@reihe/admin-ui';
import type { RegistrationOwner } from '@reihe/shared-contracts';
import type { QuestionPurpose } from '@reihe/shared-registration';
import { SetupHead } from '../setup-head';
import { QuestionsEditor } from './questions-editor';

/** The organiser's questions at registering, or those of the feedback form afterwards. */
@Component({
  selector: 'reihe-questions-page',
  imports: [QuestionsEditor, SetupHead],
  template: `
    <reihe-setup-head [owner]="owner()" />
    <p class="lead">
      @if (purpose() === 'feedback') {
        <ng-container i18n="@@registration-setup.questions.lead-feedback">
          Asked after the session, in the feedback form.
        </ng-container>
      } @else if (kind() === 'series') {
        <ng-container i18n="@@registration-setup.questions.lead-series">
          Asked once of everybody who registers for any session of this series.
        </ng-container>
      } @else {
        <ng-container i18n="@@registration-setup.questions.lead-session">
          Asked of everybody who registers for this session, after what the series asks.
        </ng-container>
      }
    </p>
    <reihe-questions-editor [owner]="owner()" [purpose]="purpose()" />
  `,
})
export class QuestionsPage implements UnsavedWork {
  /** From the route. */
  readonly kind = input.required<RegistrationOwner['kind']>();
  readonly ownerId = input.required<string>();
  readonly purpose = input.required<QuestionPurpose>();

  protected readonly owner = computed<RegistrationOwner>(() => ({ kind: this.kind(), id: this.ownerId() }));
  private readonly editor = viewChild(QuestionsEditor);

  hasUnsavedWork(): boolean {
    return this.editor()?.hasUnsavedWork() ?? false;
  }
}

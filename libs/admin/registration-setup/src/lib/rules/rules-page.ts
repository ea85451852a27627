import { Component, computed, effect, inject, input, signal, untracked } from '@angular/core';
import { form, FormField } from '@angular/forms/signals';
import { Editing } from '@reihe/admin-editing';
import {
  AnswerStates,
  FieldRow,
  SaveBar,
  TermChoice,
  type UnsavedWork,
  warnBeforeUnload,
} from '@reihe/admin-ui';
import { REGISTRATION_MODES, type RegistrationOwner } from '@reihe/shared-contracts';
import { HOUSE_RULES, type OwnRegistrationRules, type RegistrationRulesOf } from '@reihe/shared-registration';
import { RegistrationSetupClient, StaffAccess } from '@reihe/web-data-access';
import { Formats, LANGUAGE } from '@reihe/web-platform';
import { ErrorSummary, errorWords } from '@reihe/web-forms';
import { SetupHead } from '../setup-head';
import { minutesWords, modeWords, yesNoWords } from './rule-words';
import {
  NO_RULES,
  type RuleFlag,
  type RuleNumber,
  rulesForm,
  type RulesForm,
  rulesSchema,
  saveRules,
} from './rules-form';

/** Minutes that are offered; others that are set stay among them. */
const REMINDER_TIMES = [10_080, 4320, 2880, 1440, 720, 180, 60, 30, 15];

/** How one registers for a series or a session. What is left empty is as the series, or the house, has it. */
@Component({
  selector: 'reihe-rules-page',
  imports: [AnswerStates, ErrorSummary, FieldRow, FormField, SaveBar, SetupHead, TermChoice],
  templateUrl: './rules-page.html',
  styles: `
    .stack {
      display: grid;
      gap: var(--space-s);
      align-content: start;
    }
    reihe-term-choice {
      display: block;
      margin-block-start: var(--space-s);
    }
    .error {
      margin: var(--space-2xs) 0;
      padding-inline-start: 0.6em;
      border-inline-start: 3px solid var(--coral);
      font-weight: 600;
      color: var(--coral);
    }
  `,
})
export class RulesPage implements UnsavedWork {
  /** From the route. */
  readonly kind = input.required<RegistrationOwner['kind']>();
  readonly ownerId = input.required<string>();

  private readonly client = inject(RegistrationSetupClient);
  private readonly access = inject(StaffAccess);
  private readonly formats = inject(Formats);
  private readonly language = inject(LANGUAGE);

  protected readonly owner = computed<RegistrationOwner>(() => ({ kind: this.kind(), id: this.ownerId() }));
  protected readonly loaded = this.client.rules(() => this.owner());
  protected readonly mayWrite = computed(() => this.access.may('programme.write'));

  protected readonly modes = REGISTRATION_MODES;
  protected readonly mode = modeWords;
  protected readonly errorWords = errorWords;
  protected readonly yes = yesNoWords(true);
  protected readonly no = yesNoWords(false);
  protected readonly noHold = $localize`:@@registration-setup.rules.no-hold:0: no place is held.`;
  protected readonly noLimit = $localize`:@@registration-setup.rules.no-limit:0: as many as come.`;

  protected readonly model = signal<RulesForm>(NO_RULES);
  protected readonly form = form(this.model, (path) => {
    rulesSchema(path, () => this.mayWrite());
  });
  protected readonly editing: Editing<RegistrationRulesOf, RulesForm> = new Editing<
    RegistrationRulesOf,
    RulesForm
  >({
    model: this.model,
    form: this.form,
    toForm: rulesForm,
    send: (typed, version) => this.client.saveRules(this.owner(), saveRules(typed, version)),
    fetch: () => this.client.fetchRules(this.owner()),
  });

  protected readonly inherited = computed<OwnRegistrationRules>(
    () => this.editing.resource()?.inherited ?? { ...HOUSE_RULES, reminders: [...HOUSE_RULES.reminders] },
  );
  protected readonly hasOwn = computed(() => JSON.stringify(this.model()) !== JSON.stringify(NO_RULES));
  protected readonly reminderTimes = computed(() =>
    [...new Set([...REMINDER_TIMES, ...this.model().reminders.map(Number)])]
      .sort((one, other) => other - one)
      .map((minutes) => ({ id: String(minutes), name: minutesWords(minutes, this.language) })),
  );

  constructor() {
    warnBeforeUnload(() => this.hasUnsavedWork());
    effect(() => {
      if (!this.loaded.hasValue()) return;
      const rules = this.loaded.value();
      untracked(() => {
        this.editing.open(rules);
      });
    });
  }

  hasUnsavedWork(): boolean {
    return this.editing.isDirty() && this.mayWrite();
  }

  protected save(): void {
    void this.editing.save();
  }

  /** To be saved yet, and undone by typing it again. */
  protected reset(): void {
    this.model.set(NO_RULES);
  }

  protected resetWords(): string {
    return this.kind() === 'series'
      ? $localize`:@@registration-setup.rules.reset-series:Everything as usual`
      : $localize`:@@registration-setup.rules.reset-session:Everything as the series has it`;
  }

  protected inheritedWords(value: string): string {
    return this.kind() === 'series'
      ? $localize`:@@registration-setup.rules.as-usual:As usual: ${value}:value:`
      : $localize`:@@registration-setup.rules.as-series:As the series: ${value}:value:`;
  }

  protected inheritedFlag(flag: RuleFlag): string {
    return this.inheritedWords(yesNoWords(this.inherited()[flag] === true));
  }

  protected inheritedReminders(): string {
    const times = (this.inherited().reminders ?? []).map((minutes) => minutesWords(minutes, this.language));
    return this.inheritedWords(
      times.length > 0
        ? this.formats.list(times)
        : $localize`:@@registration-setup.rules.no-reminders:no reminders`,
    );
  }

  /** What an empty field means, and what its number means otherwise. */
  protected numberHint(name: RuleNumber, more = ''): string {
    const value = this.inherited()[name];
    const isLength = name.endsWith('Minutes') || name === 'closesMinutesBefore';
    const words =
      value === null || (name === 'waitingListLimit' && value === 0)
        ? $localize`:@@registration-setup.rules.no-bound:no limit`
        : isLength
          ? minutesWords(value, this.language)
          : this.formats.number(value);
    return [`${this.inheritedWords(words)}.`, more].filter(Boolean).join(' ');
  }
}

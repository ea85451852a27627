import { disabled, type SchemaPathTree } from '@angular/forms/signals';
import type { RegistrationMode } from '@reihe/shared-contracts';
import {
  saveRegistrationRulesRules as rules,
  type OwnRegistrationRules,
  type RegistrationRulesOf,
  type SaveRegistrationRules,
} from '@reihe/shared-registration';
import { applyRules } from '@reihe/admin-ui';

/** Empty: as the series, or the house, has it. */
export type YesOrNo = '' | 'yes' | 'no';

const FLAGS = [
  'hasWaitingList',
  'asksAccessibility',
  'asksRecording',
  'sendsThanks',
  'tellsOfRecaps',
  'offersCertificates',
] as const;
const NUMBERS = [
  'holdMinutes',
  'waitingListLimit',
  'defaultCapacity',
  'opensDaysBefore',
  'closesMinutesBefore',
  'thanksAfterMinutes',
] as const;
export type RuleFlag = (typeof FLAGS)[number];
export type RuleNumber = (typeof NUMBERS)[number];

export type RulesForm = Record<RuleFlag, YesOrNo> &
  Record<RuleNumber, number | null> & {
    mode: RegistrationMode | '';
    hasOwnReminders: YesOrNo;
    /** Minutes before the start, as texts: what check boxes hold. */
    reminders: string[];
  };

export function rulesForm({ own }: Pick<RegistrationRulesOf, 'own'>): RulesForm {
  return {
    ...(Object.fromEntries(FLAGS.map((flag) => [flag, yesOrNo(own[flag])])) as Record<RuleFlag, YesOrNo>),
    ...(Object.fromEntries(NUMBERS.map((name) => [name, own[name] ?? null])) as Record<
      RuleNumber,
      number | null
    >),
    mode: own.mode ?? '',
    hasOwnReminders: (own.reminders ?? null) === null ? '' : 'yes',
    reminders: (own.reminders ?? []).map(String),
  };
}

export const NO_RULES: RulesForm = rulesForm({ own: {} as OwnRegistrationRules });

export function saveRules(form: RulesForm, version: number): SaveRegistrationRules {
  return {
    version,
    ...(Object.fromEntries(
      FLAGS.map((flag) => [flag, form[flag] === '' ? null : form[flag] === 'yes']),
    ) as Record<RuleFlag, boolean | null>),
    ...(Object.fromEntries(NUMBERS.map((name) => [name, form[name]])) as Record<RuleNumber, number | null>),
    mode: form.mode || null,
    reminders: form.hasOwnReminders === '' ? null : form.reminders.map(Number),
  };
}

export function rulesSchema(path: SchemaPathTree<RulesForm>, mayWrite: () => boolean): void {
  disabled(path, () => !mayWrite());
  const {
    holdMinutes,
    waitingListLimit,
    defaultCapacity,
    opensDaysBefore,
    closesMinutesBefore,
    thanksAfterMinutes,
  } = rules;
  applyRules<RulesForm>(path, {
    holdMinutes,
    waitingListLimit,
    defaultCapacity,
    opensDaysBefore,
    closesMinutesBefore,
    thanksAfterMinutes,
    reminders: rules.reminders,
  });
}

function yesOrNo(value: boolean | null | undefined): YesOrNo {
  return value === true ? 'yes' : value === false ? 'no' : '';
}

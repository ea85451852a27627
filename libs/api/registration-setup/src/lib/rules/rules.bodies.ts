import { Field } from '@reihe/api-platform';
import type { RegistrationMode } from '@reihe/shared-contracts';
import { saveRegistrationRulesRules as rules, type SaveRegistrationRules } from '@reihe/shared-registration';

export class SaveRegistrationRulesBody implements SaveRegistrationRules {
  @Field(rules.version) version: number;
  @Field(rules.mode) mode: RegistrationMode | null = null;
  @Field(rules.holdMinutes) holdMinutes: number | null = null;
  @Field(rules.hasWaitingList) hasWaitingList: boolean | null = null;
  @Field(rules.waitingListLimit) waitingListLimit: number | null = null;
  @Field(rules.defaultCapacity) defaultCapacity: number | null = null;
  @Field(rules.opensDaysBefore) opensDaysBefore: number | null = null;
  @Field(rules.closesMinutesBefore) closesMinutesBefore: number | null = null;
  @Field(rules.asksAccessibility) asksAccessibility: boolean | null = null;
  @Field(rules.asksRecording) asksRecording: boolean | null = null;
  @Field(rules.reminders) reminders: number[] | null = null;
  @Field(rules.sendsThanks) sendsThanks: boolean | null = null;
  @Field(rules.thanksAfterMinutes) thanksAfterMinutes: number | null = null;
  @Field(rules.tellsOfRecaps) tellsOfRecaps: boolean | null = null;
  @Field(rules.offersCertificates) offersCertificates: boolean | null = null;
}

import { Field } from '@reihe/api-platform';
import {
  privacyRequestRules,
  runRetentionRules,
  setRetentionRules,
  type PrivacyRequest,
  type RetentionBasis,
  type RunRetention,
  type SetRetention,
} from '@reihe/shared-figures';

export class PrivacyRequestBody implements PrivacyRequest {
  @Field(privacyRequestRules.reference) reference?: string;
}

export class SetRetentionBody implements SetRetention {
  @Field(setRetentionRules.months) months: number | null;
  @Field(setRetentionRules.countsFrom) countsFrom: RetentionBasis;
  @Field(setRetentionRules.version) version: number;
  @Field(setRetentionRules.isOwn) isOwn: boolean;
}

export class RunRetentionBody implements RunRetention {
  @Field(runRetentionRules.fingerprint) fingerprint: string;
}

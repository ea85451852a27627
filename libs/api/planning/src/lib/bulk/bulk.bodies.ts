import { Field } from '@reihe/api-platform';
import {
  bulkChangeRules,
  bulkRequestRules,
  bulkTargetRules,
  ownValuesRules,
  type BulkChange,
  type BulkKind,
  type BulkRequest,
  type BulkTarget,
  type OwnValues,
} from '@reihe/shared-planning';

class BulkChangeBody implements BulkChange {
  @Field(bulkChangeRules.kind) kind: BulkKind;
  @Field(bulkChangeRules.days) days?: number | null;
  @Field(bulkChangeRules.reason) reason?: string | null;
  @Field(bulkChangeRules.capacity) capacity?: number | null;
}

class OwnValuesBody implements OwnValues {
  @Field(ownValuesRules.capacity) capacity?: number | null;
  @Field(ownValuesRules.startsLocal) startsLocal?: string | null;
  @Field(ownValuesRules.endsLocal) endsLocal?: string | null;
  @Field(ownValuesRules.registrationOpensAt) registrationOpensAt?: string | null;
  @Field(ownValuesRules.registrationClosesAt) registrationClosesAt?: string | null;
}

class BulkTargetBody implements BulkTarget {
  @Field(bulkTargetRules.id) id: string;
  @Field(bulkTargetRules.version) version: number;
  @Field(bulkTargetRules.clockChoice) clockChoice?: 'earlier' | 'later';
  @Field(bulkTargetRules.own, () => OwnValuesBody) own?: OwnValuesBody;
}

export class BulkRequestBody implements BulkRequest {
  @Field(bulkRequestRules.change, () => BulkChangeBody) change: BulkChangeBody;
  @Field(bulkRequestRules.sessions, () => BulkTargetBody) sessions: BulkTargetBody[];
}

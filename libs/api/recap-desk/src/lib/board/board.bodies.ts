import { Field, PageQuery } from '@reihe/api-platform';
import { RECAP_STATES, type RecapState } from '@reihe/shared-contracts';
import { assignRecapRules, RECAP_LACKS, type AssignRecap, type RecapLack } from '@reihe/shared-editorial';

export class BoardSessionsQuery extends PageQuery {
  /** Id of a series. */
  @Field({ kind: 'text', format: 'uuid', optional: true }) series?: string;
  /** Only those that are late. */
  @Field({ kind: 'text', values: ['yes'], optional: true }) overdue?: 'yes';
}

export class BoardCardsQuery extends BoardSessionsQuery {
  @Field({ kind: 'text', values: RECAP_STATES, optional: true }) state?: RecapState;
  /** `mine`, `nobody`, or the id of an account. */
  @Field({ kind: 'text', maxLength: 36, optional: true }) owner?: string;
  @Field({ kind: 'text', values: RECAP_LACKS, optional: true }) lack?: RecapLack;
}

export class AssignRecapBody implements AssignRecap {
  @Field(assignRecapRules.version) version: number;
  @Field(assignRecapRules.ownerId) ownerId: string | null = null;
  @Field(assignRecapRules.dueOn) dueOn: string | null = null;
}

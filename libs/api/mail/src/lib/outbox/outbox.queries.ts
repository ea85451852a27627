import { PageQuery } from '@reihe/api-platform';
import { OUTBOX_STATES, type OutboxState } from '@reihe/shared-registration';
import { IsIn, IsOptional } from 'class-validator';

export class OutboxQuery extends PageQuery {
  @IsOptional() @IsIn(OUTBOX_STATES) state?: OutboxState;
}

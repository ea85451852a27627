import { PageQuery } from '@reihe/api-platform';
import { AUDITED, type Audited } from '@reihe/shared-contracts';
import { IsIn, IsISO8601, IsOptional, IsString, MaxLength } from 'class-validator';

export class AuditQuery extends PageQuery {
  @IsOptional() @IsIn(AUDITED) subject?: Audited;
  /** Part of a staff name. */
  @IsOptional() @IsString() @MaxLength(120) actor?: string;
  /** Beginning of an action, e.g. `session.` or `recap.publish`. */
  @IsOptional() @IsString() @MaxLength(80) action?: string;
  /** ISO dates, both included. */
  @IsOptional() @IsISO8601({ strict: true }) from?: string;
  @IsOptional() @IsISO8601({ strict: true }) until?: string;
}

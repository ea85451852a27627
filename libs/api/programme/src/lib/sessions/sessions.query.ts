import { Field, PageQuery } from '@reihe/api-platform';
import {
  PAGE_SIZE,
  saveSessionRules,
  SESSION_KINDS,
  SESSION_NEEDS,
  SESSION_SORTS,
  SESSION_STATES,
  SESSIONS_PAGE_MAX,
  type SessionKind,
  type SessionNeed,
  type SessionSort,
  type SessionState,
} from '@reihe/shared-contracts';
import { Transform, Type } from 'class-transformer';
import { IsInt, IsOptional, Max, Min } from 'class-validator';

const ID = { kind: 'text', format: 'uuid', optional: true } as const;
const INSTANT = { kind: 'text', format: 'instant', optional: true } as const;

/** Every filter of the programme's views. `from` and `to` are instants: what overlaps the time between them. */
export class SessionsQuery extends PageQuery {
  @IsOptional() @Type(() => Number) @IsInt() @Min(1) @Max(SESSIONS_PAGE_MAX) override pageSize: number =
    PAGE_SIZE.default;
  @Field({ kind: 'text', values: SESSION_SORTS, optional: true }) sort: SessionSort = 'start';
  @Field(ID) series?: string;
  @Field({ kind: 'text', values: SESSION_STATES, optional: true }) state?: SessionState;
  @Field({ kind: 'text', values: SESSION_KINDS, optional: true }) kind?: SessionKind;
  /** With the regions within it. */
  @Field(ID) region?: string;
  @Field(ID) category?: string;
  /** Spoken or interpreted. */
  @Field({ kind: 'text', format: 'language-tag', optional: true }) language?: string;
  @Field(INSTANT) from?: string;
  @Field(INSTANT) to?: string;
  @Field({ kind: 'text', values: SESSION_NEEDS, optional: true }) needs?: SessionNeed;
  /** Only these, e.g. those that just changed; joined by commas. */
  @Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.split(',') : value))
  @Field({ ...saveSessionRules.regionIds, maxLength: SESSIONS_PAGE_MAX, optional: true })
  ids?: string[];
}

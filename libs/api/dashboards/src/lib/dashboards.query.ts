import { Field } from '@reihe/api-platform';
import { LANGUAGES, PAGE_SIZE, type Language } from '@reihe/shared-contracts';
import {
  DASHBOARD_PEOPLE_MAX,
  dashboardFilterRules,
  dashboardPartRules,
  type DashboardBasis,
  type DashboardFigure,
  type DashboardFilter,
  type DashboardPart,
} from '@reihe/shared-figures';
import { Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, Max, Min } from 'class-validator';

export class DashboardQuery implements DashboardFilter {
  @Field(dashboardFilterRules.seriesId) seriesId?: string;
  @Field(dashboardFilterRules.from) from?: string;
  @Field(dashboardFilterRules.to) to?: string;
  @Field(dashboardFilterRules.region) region?: string;
  @Field(dashboardFilterRules.category) category?: string;
  @Field(dashboardFilterRules.session) session?: string;
  @Field(dashboardFilterRules.country) country?: string;
  @Field(dashboardFilterRules.language) language?: string;
  @Field(dashboardFilterRules.basis) basis?: DashboardBasis;
  /** Read by ReaderLanguage. */
  @IsOptional() @IsIn(LANGUAGES) lang?: Language;
}

export class DashboardRowsQuery extends DashboardQuery implements DashboardPart {
  @Field(dashboardPartRules.figure) figure: DashboardFigure;
  @Field(dashboardPartRules.value) value?: string;
  @IsOptional() @Type(() => Number) @IsInt() @Min(1) @Max(100_000) page = 1;
  @IsOptional() @Type(() => Number) @IsInt() @Min(1) @Max(DASHBOARD_PEOPLE_MAX) pageSize: number =
    PAGE_SIZE.default;
}

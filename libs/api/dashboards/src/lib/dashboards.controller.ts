import { Controller, Get, Query } from '@nestjs/common';
import { Answers, NotCached, ReaderLanguage, RequirePermission } from '@reihe/api-platform';
import type { Language } from '@reihe/shared-contracts';
import type { Dashboard, DashboardPeople } from '@reihe/shared-figures';
import { DashboardQuery, DashboardRowsQuery } from './dashboards.query';
import { DashboardsService } from './dashboards.service';

@Controller('figures/dashboard')
export class DashboardsController {
  constructor(private readonly dashboards: DashboardsService) {}

  @Get()
  @NotCached()
  @RequirePermission('figures.read')
  @Answers('Dashboard')
  readDashboard(@Query() query: DashboardQuery, @ReaderLanguage() language: Language): Promise<Dashboard> {
    return this.dashboards.read(query, language);
  }

  @Get('rows')
  @NotCached()
  @RequirePermission('registrations.read')
  @Answers('DashboardPeople')
  listRows(
    @Query() query: DashboardRowsQuery,
    @ReaderLanguage() language: Language,
  ): Promise<DashboardPeople> {
    return this.dashboards.rows(query, language);
  }
}

import { Module } from '@nestjs/common';
import { CountryPlaces } from './country-places';
import { DashboardsController } from './dashboards.controller';
import { DashboardsRepository } from './dashboards.repository';
import { DashboardsService } from './dashboards.service';

@Module({
  controllers: [DashboardsController],
  providers: [CountryPlaces, DashboardsService, DashboardsRepository],
})
export class DashboardsModule {}

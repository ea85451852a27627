export { DashboardsModule } from './lib/dashboards.module';

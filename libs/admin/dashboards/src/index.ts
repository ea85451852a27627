export { dashboardRoutes, figurePeopleRoutes } from './lib/dashboards.routes';

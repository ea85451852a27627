export { reportsRoutes } from './lib/reports.routes';

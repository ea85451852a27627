export { schedulingRoutes } from './lib/scheduling.routes';

export { planningRoutes } from './lib/planning.routes';

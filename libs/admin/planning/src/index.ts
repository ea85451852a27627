export { planningRoutes } from './lib/planning.routes';
export { programmeRoutes } from './lib/views/views.routes';

export { BulkBar } from './lib/bulk/bulk-bar';
export { planningRoutes } from './lib/planning.routes';

export { BULK_ACTIONS } from './lib/table/bulk-slot';
export { programmeRoutes } from './lib/views.routes';

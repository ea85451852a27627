export { BULK_ACTIONS, type BulkActions } from './lib/table/bulk-slot';
export { programmeRoutes } from './lib/views.routes';

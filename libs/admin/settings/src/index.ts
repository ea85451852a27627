export { accountsRoutes, auditRoutes, outboxRoutes } from './lib/settings.routes';

export { accountsRoutes, auditRoutes, outboxRoutes } from './lib/settings.routes';
export { mediaRoutes } from './lib/media/media.routes';

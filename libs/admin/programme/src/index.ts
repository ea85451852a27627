export { seriesRoutes, sessionsRoutes } from './lib/programme.routes';

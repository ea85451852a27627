export { sessionsRoutes } from './lib/programme.routes';

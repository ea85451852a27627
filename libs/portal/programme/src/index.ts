export { programmeRoutes } from './lib/programme.routes';

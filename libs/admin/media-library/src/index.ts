export { mediaRoutes } from './lib/media.routes';

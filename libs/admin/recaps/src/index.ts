export { recapsRoutes } from './lib/recaps.routes';

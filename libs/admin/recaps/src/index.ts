export { mediaRoutes } from './lib/media/media.routes';
export { recapsRoutes } from './lib/recaps.routes';

export { recapPreviewRoutes, recapsRoutes } from './lib/recaps.routes';

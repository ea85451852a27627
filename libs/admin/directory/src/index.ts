export { categoriesRoutes, regionsRoutes, speakersRoutes } from './lib/directory.routes';

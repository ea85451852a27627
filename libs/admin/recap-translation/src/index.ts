export { recapTranslationRoutes } from './lib/recap-translation.routes';

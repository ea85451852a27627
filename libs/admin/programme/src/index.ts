export {
  categoriesRoutes,
  regionsRoutes,
  seriesRoutes,
  sessionsRoutes,
  speakersRoutes,
} from './lib/programme.routes';

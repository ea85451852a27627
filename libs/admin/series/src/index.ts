export { seriesRoutes } from './lib/series.routes';

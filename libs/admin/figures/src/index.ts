export { figuresRoutes, todayRoutes } from './lib/figures.routes';

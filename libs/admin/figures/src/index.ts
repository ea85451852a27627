export { figuresRoutes, sessionNumbersRoutes, todayRoutes } from './lib/figures.routes';

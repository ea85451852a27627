export { joinRoutes } from './lib/join/join.routes';
export { mySessionsRoutes } from './lib/my-sessions.routes';
export { newsRoutes } from './lib/news/news.routes';

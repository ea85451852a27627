export { messageListRoutes, messageRoutes } from './lib/correspondence.routes';

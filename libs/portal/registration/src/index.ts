export { joinRoutes } from './lib/join/join.routes';
export { registrationRoutes } from './lib/registration.routes';

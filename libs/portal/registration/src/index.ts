export { joinRoutes } from './lib/join/join.routes';
export { registrationRoutes, speakersRoutes } from './lib/registration.routes';

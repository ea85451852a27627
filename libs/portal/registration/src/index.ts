export { registrationRoutes, speakersRoutes } from './lib/registration.routes';

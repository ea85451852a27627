export { participantsRoutes, registrationsRoutes } from './lib/registration.routes';

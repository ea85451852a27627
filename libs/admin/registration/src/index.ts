export { registrationsRoutes } from './lib/registration.routes';

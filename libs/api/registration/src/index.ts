export { EXPIRE_WISHES_JOB } from './lib/places/expire-wishes';
export { RegistrationModule } from './lib/registration.module';
export { registrationRootRoutes } from './lib/root-routes';

export { registrationRootRoutes } from './lib/forms/register-form.controller';
export { EXPIRE_WISHES_JOB } from './lib/places/expire-wishes';
export { RegistrationModule } from './lib/registration.module';

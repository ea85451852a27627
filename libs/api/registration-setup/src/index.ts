export { RegistrationSetupModule } from './lib/registration-setup.module';

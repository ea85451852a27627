export { RegistrationDeskModule } from './lib/registration-desk.module';

export { AccountsService } from './lib/accounts/accounts.service';
export { EditingModule } from './lib/editing.module';
export { IdentityModule } from './lib/identity.module';
export { installSignIn } from './lib/sign-in/staff-sessions';

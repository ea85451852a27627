import { formRootRoutes } from './forms/register-form.controller';
import { joinRootRoutes } from './joining/join-address.controller';

/** Addresses of this feature outside of the API's prefix. */
export const registrationRootRoutes: string[] = [...formRootRoutes, ...joinRootRoutes];

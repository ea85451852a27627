import { inject } from '@angular/core';
import { RedirectCommand, Router, type CanActivateFn } from '@angular/router';
import type { Permission } from '@reihe/shared-contracts';
import { StaffAccess } from '@reihe/web-data-access';

export const mustBeSignedIn: CanActivateFn = async (_route, state) => {
  const access = inject(StaffAccess);
  const router = inject(Router);
  if (access.isSignedIn() || (await access.ready())) return true;
  const returnTo = state.url === '/' ? undefined : state.url;
  return router.createUrlTree(['/sign-in'], { queryParams: { returnTo } });
};

/** The page stays at its address and says that it is not for this account. */
export function mustBeAllowed(permission: Permission): CanActivateFn {
  return (_route, state) => {
    const router = inject(Router);
    if (inject(StaffAccess).may(permission)) return true;
    return new RedirectCommand(router.parseUrl('/not-allowed'), {
      skipLocationChange: true,
      browserUrl: state.url,
    });
  };
}

import { Injectable, SetMetadata, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Permission } from '@reihe/shared-contracts';
import { may } from '@reihe/shared-policies';
import { DomainError } from '../problems/domain-error';
import type { StaffRequest } from './staff-request';

const ACCESS = 'reihe:access';
type Access = Permission | 'everyone' | 'staff';

/** Who may call a route: every route says so, one that does not is refused. */
export const RequirePermission = (permission: Permission) => SetMetadata(ACCESS, permission);
/** For visitors and participants (who prove themselves by a mailed token, not by a sign-in). */
export const ForEveryone = () => SetMetadata(ACCESS, 'everyone' satisfies Access);
/** For any signed-in staff member. */
export const ForStaff = () => SetMetadata(ACCESS, 'staff' satisfies Access);

/** True for routes that ask nobody who they are. */
export function isForEveryone(reflector: Reflector, context: ExecutionContext): boolean {
  return accessOf(reflector, context) === 'everyone';
}

function accessOf(reflector: Reflector, context: ExecutionContext): Access | undefined {
  return reflector.getAllAndOverride<Access | undefined>(ACCESS, [context.getHandler(), context.getClass()]);
}

@Injectable()
export class PermissionGuard implements CanActivate {
  constructor(private readonly reflector: Reflector) {}

  canActivate(context: ExecutionContext): boolean {
    const access = accessOf(this.reflector, context);
    if (access === 'everyone') return true;
    const { user } = context.switchToHttp().getRequest<StaffRequest>();
    if (!user) throw new DomainError('auth.required', 401);
    if (access === 'staff') return true;
    if (access === undefined || !may(user.roles, access)) throw new DomainError('auth.forbidden', 403);
    return true;
  }
}

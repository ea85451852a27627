import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Me } from '@reihe/shared-contracts';
import type { Request } from 'express';
import { DomainError } from '../problems/domain-error';

/** passport puts the signed-in staff member on `request.user`. */
export type StaffRequest = Request & { user?: Me };

/** The signed-in staff member; 401 where nobody is. */
export const CurrentStaff = createParamDecorator((_: unknown, context: ExecutionContext): Me => {
  const { user } = context.switchToHttp().getRequest<StaffRequest>();
  if (!user) throw new DomainError('auth.required', 401);
  return user;
});

import {
  applyDecorators,
  Header,
  UseInterceptors,
  type CallHandler,
  type ExecutionContext,
  type NestInterceptor,
} from '@nestjs/common';
import type { Response } from 'express';
import { tap, type Observable } from 'rxjs';

/** `@Header` is sent with refusals too; a 404 that caches keep would outlive its reason. */
class CacheAnswers implements NestInterceptor {
  constructor(private readonly directives: string) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const response = context.switchToHttp().getResponse<Response>();
    return next.handle().pipe(tap(() => response.setHeader('Cache-Control', this.directives)));
  }
}

/** @param seconds how long anyone may keep a good answer; `isImmutable` where its address never means anything else */
export function CacheFor(seconds: number, isImmutable = false): MethodDecorator {
  const directives = `public, max-age=${seconds}${isImmutable ? ', immutable' : ''}`;
  return applyDecorators(UseInterceptors(new CacheAnswers(directives)));
}

/** Answers about people are for them alone, refusals too: not for caches on the way. */
export const NotCached = () => Header('Cache-Control', 'no-store');

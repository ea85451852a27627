import {
  applyDecorators,
  UseInterceptors,
  type CallHandler,
  type ExecutionContext,
  type NestInterceptor,
} from '@nestjs/common';
import type { Response } from 'express';
import { tap, type Observable } from 'rxjs';

/** `@Header` is sent with refusals too; a 404 that caches keep would outlive its reason. */
class CacheAnswers implements NestInterceptor {
  constructor(private readonly seconds: number) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const response = context.switchToHttp().getResponse<Response>();
    return next
      .handle()
      .pipe(tap(() => response.setHeader('Cache-Control', `public, max-age=${this.seconds}`)));
  }
}

export function CacheFor(seconds: number): MethodDecorator {
  return applyDecorators(UseInterceptors(new CacheAnswers(seconds)));
}

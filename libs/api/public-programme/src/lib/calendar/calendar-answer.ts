import {
  applyDecorators,
  Header,
  UseInterceptors,
  type CallHandler,
  type ExecutionContext,
  type NestInterceptor,
} from '@nestjs/common';
import { ApiProduces } from '@nestjs/swagger';
import { CacheFor } from '@reihe/api-platform';
import type { Response } from 'express';
import { map, type Observable } from 'rxjs';

/** A calendar file and when what it tells last changed. */
export interface CalendarAnswer {
  text: string;
  changedAt: Date;
}

/** Calendars ask every few minutes to hours; a moved session should not wait long behind a cache. */
const FIVE_MINUTES = 5 * 60;

/** Express makes the ETag of the text, and answers 304 to who has the same. */
class TellLastChange implements NestInterceptor<CalendarAnswer, string> {
  intercept(context: ExecutionContext, next: CallHandler<CalendarAnswer>): Observable<string> {
    const response = context.switchToHttp().getResponse<Response>();
    return next.handle().pipe(
      map(({ text, changedAt }) => {
        response.setHeader('Last-Modified', changedAt.toUTCString());
        // Of two languages under one address; where it names one, this changes nothing.
        response.vary('Accept-Language');
        return text;
      }),
    );
  }
}

/** A route that answers a `CalendarAnswer`. */
export function AnswersCalendar(): MethodDecorator {
  return applyDecorators(
    ApiProduces('text/calendar'),
    Header('Content-Type', 'text/calendar; charset=utf-8'),
    CacheFor(FIVE_MINUTES),
    UseInterceptors(new TellLastChange()),
  );
}

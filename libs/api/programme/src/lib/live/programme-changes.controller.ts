import { Controller, type MessageEvent, Req, Sse } from '@nestjs/common';
import { AnswersEvents, RequirePermission, standingSignIn } from '@reihe/api-platform';
import type { Request } from 'express';
import type { Observable } from 'rxjs';
import { ProgrammeNews } from './programme-news';

@Controller('programme-changes')
export class ProgrammeChangesController {
  constructor(private readonly news: ProgrammeNews) {}

  /** Server-sent events for staff, as long as they are signed in. */
  @Sse()
  @RequirePermission('programme.read')
  @AnswersEvents('ProgrammeChange')
  follow(@Req() request: Request): Observable<MessageEvent> {
    return this.news.events(standingSignIn(request));
  }
}

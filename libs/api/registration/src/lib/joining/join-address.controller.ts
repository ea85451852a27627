import { Controller, Get, Header, Param, Post, Redirect, UseFilters, UseGuards } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Throttle } from '@nestjs/throttler';
import {
  ForEveryone,
  FormProblemFilter,
  FormThrottler,
  JOIN_LIMIT,
  languageOfPath,
  ReaderLanguage,
} from '@reihe/api-platform';
import type { Language } from '@reihe/shared-contracts';
import { JoinSession } from './join-session';

/** Addresses outside of the API: what mails and calendars hold, and where the page's button leads. */
export const joinRootRoutes: string[] = ['/join/:token', '/join/:token/session.ics', '/:lang/join/:token'];

/** No cache keeps what is behind a personal address, and nobody else is told it. */
const Personal = () => (target: object, key: string | symbol, method: PropertyDescriptor) => {
  Header('Cache-Control', 'no-store')(target, key, method);
  Header('Referrer-Policy', 'no-referrer')(target, key, method);
  Header('X-Robots-Tag', 'noindex')(target, key, method);
};

@Controller()
@ApiExcludeController()
export class JoinAddressController {
  constructor(private readonly joining: JoinSession) {}

  @Get('join/:token')
  @ForEveryone()
  @Redirect('', 302)
  @Personal()
  show(@Param('token') token: string, @ReaderLanguage() language: Language): Promise<{ url: string }> {
    return this.joining.pageOf(token, language);
  }

  @Get('join/:token/session.ics')
  @ForEveryone()
  @Personal()
  @Header('Content-Type', 'text/calendar; charset=utf-8')
  @Header('Content-Disposition', 'attachment; filename="session.ics"')
  calendar(@Param('token') token: string, @ReaderLanguage() language: Language): Promise<string> {
    return this.joining.calendar(token, language);
  }

  @Post(':lang/join/:token')
  @ForEveryone()
  @UseFilters(FormProblemFilter)
  @UseGuards(FormThrottler)
  @Throttle(JOIN_LIMIT)
  @Redirect('', 303)
  @Personal()
  enter(@Param('lang') lang: string, @Param('token') token: string): Promise<{ url: string }> {
    return this.joining.enter(token, languageOfPath(lang));
  }
}

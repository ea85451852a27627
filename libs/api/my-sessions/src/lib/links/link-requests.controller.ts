import { Body, Controller, HttpCode, Post, UseGuards } from '@nestjs/common';
import { Throttle } from '@nestjs/throttler';
import {
  Answers,
  ForEveryone,
  FORM_LIMIT,
  NotCached,
  OpenFormThrottler,
  ReaderLanguage,
  Takes,
} from '@reihe/api-platform';
import type { Language, RegisterAnswer } from '@reihe/shared-contracts';
import { MySessionsForms } from '../forms/my-sessions-forms';
import { AskForLinkBody, OwnTokenBody } from '../my-sessions.bodies';
import { ExpiredWishes } from './expired-wishes';

/** What anybody may ask for, known or not. */
@Controller('registrations')
@UseGuards(OpenFormThrottler)
@Throttle(FORM_LIMIT)
export class LinkRequestsController {
  constructor(
    private readonly forms: MySessionsForms,
    private readonly expired: ExpiredWishes,
  ) {}

  @Post('link')
  @NotCached()
  @HttpCode(202)
  @ForEveryone()
  @Takes('AskForLink')
  @Answers('RegisterAnswer', 202)
  askForLink(@Body() body: AskForLinkBody): Promise<RegisterAnswer> {
    return this.forms.takeLinkRequest(body);
  }

  @Post('confirm/again')
  @NotCached()
  @HttpCode(202)
  @ForEveryone()
  @Takes('TokenBody')
  @Answers('RegisterAnswer', 202)
  askAgain(@Body() { token }: OwnTokenBody, @ReaderLanguage() language: Language): Promise<RegisterAnswer> {
    return this.expired.askAgain(token, language);
  }
}

import { Body, Controller, HttpCode, Post, UseGuards } from '@nestjs/common';
import { Throttle } from '@nestjs/throttler';
import { Answers, ForEveryone, FORM_LIMIT, NotCached, OpenFormThrottler, Takes } from '@reihe/api-platform';
import type { RegisterAnswer } from '@reihe/shared-contracts';
import { MySessionsForms } from '../forms/my-sessions-forms';
import { AskForLinkBody } from '../my-sessions.bodies';

/** What anybody may ask for, known or not. */
@Controller('registrations')
@UseGuards(OpenFormThrottler)
@Throttle(FORM_LIMIT)
export class LinkRequestsController {
  constructor(private readonly forms: MySessionsForms) {}

  @Post('link')
  @NotCached()
  @HttpCode(202)
  @ForEveryone()
  @Takes('AskForLink')
  @Answers('RegisterAnswer', 202)
  askForLink(@Body() body: AskForLinkBody): Promise<RegisterAnswer> {
    return this.forms.takeLinkRequest(body);
  }
}

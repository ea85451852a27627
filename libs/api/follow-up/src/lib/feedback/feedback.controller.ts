import {
  applyDecorators,
  Body,
  Controller,
  Get,
  Headers,
  HttpCode,
  Param,
  ParseUUIDPipe,
  Post,
  UseGuards,
} from '@nestjs/common';
import { Throttle } from '@nestjs/throttler';
import {
  Answers,
  AnswersNothing,
  bearerToken,
  ForEveryone,
  FORM_LIMIT,
  FormThrottler,
  NotCached,
  ReaderLanguage,
  RequirePermission,
  Takes,
} from '@reihe/api-platform';
import type { Language } from '@reihe/shared-contracts';
import type {
  AfterPage,
  AnonymousFeedback,
  FeedbackGiven,
  FeedbackResults,
} from '@reihe/shared-registration';
import { AfterPages } from '../after/after-page.service';
import { ChangeFeedbackBody, GiveFeedbackBody } from './feedback.bodies';
import { FeedbackService } from './feedback.service';

/** Sending is limited, reading is not: server-rendered pages all read from one address, this machine's own. */
const Limited = () => applyDecorators(UseGuards(FormThrottler), Throttle(FORM_LIMIT));

/** What people find and say after a session; the tokens of their mails are their proof. */
@Controller()
export class FeedbackController {
  constructor(
    private readonly pages: AfterPages,
    private readonly feedback: FeedbackService,
  ) {}

  @Get('after/:registrationId')
  @NotCached()
  @ForEveryone()
  @Answers('AfterPage')
  read(
    @Param('registrationId', ParseUUIDPipe) registrationId: string,
    @Headers('authorization') authorization: string | undefined,
    @ReaderLanguage() language: Language,
  ): Promise<AfterPage> {
    return this.pages.read(bearerToken(authorization), registrationId, language);
  }

  @Post('after/:registrationId/feedback')
  @NotCached()
  @HttpCode(200)
  @ForEveryone()
  @Limited()
  @Takes('GiveFeedback')
  @Answers('FeedbackGiven')
  give(
    @Param('registrationId', ParseUUIDPipe) registrationId: string,
    @Headers('authorization') authorization: string | undefined,
    @Body() body: GiveFeedbackBody,
  ): Promise<FeedbackGiven> {
    return this.feedback.give(bearerToken(authorization), registrationId, body);
  }

  @Get('feedback/mine')
  @NotCached()
  @ForEveryone()
  @Answers('AnonymousFeedback')
  readAnonymous(
    @Headers('authorization') authorization: string | undefined,
    @ReaderLanguage() language: Language,
  ): Promise<AnonymousFeedback> {
    return this.feedback.readAnonymous(bearerToken(authorization), language);
  }

  @Post('feedback/mine')
  @NotCached()
  @HttpCode(204)
  @ForEveryone()
  @Limited()
  @Takes('ChangeFeedback')
  @AnswersNothing()
  changeAnonymous(
    @Headers('authorization') authorization: string | undefined,
    @Body() body: ChangeFeedbackBody,
  ): Promise<void> {
    return this.feedback.changeAnonymous(bearerToken(authorization), body);
  }

  @Get('sessions/:sessionId/feedback')
  @NotCached()
  @RequirePermission('registrations.read')
  @Answers('FeedbackResults')
  results(
    @Param('sessionId', ParseUUIDPipe) sessionId: string,
    @ReaderLanguage() language: Language,
  ): Promise<FeedbackResults> {
    return this.feedback.results(sessionId, language);
  }
}

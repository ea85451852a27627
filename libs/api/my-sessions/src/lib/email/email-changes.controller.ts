import { Body, Controller, Get, HttpCode, Post, Query, UseGuards } from '@nestjs/common';
import { Throttle } from '@nestjs/throttler';
import {
  Answers,
  ForEveryone,
  FORM_LIMIT,
  FormThrottler,
  NotCached,
  ReaderLanguage,
  Takes,
} from '@reihe/api-platform';
import type { Language, RegisterAnswer } from '@reihe/shared-contracts';
import type { ChangedEmail, NewEmailPreview } from '@reihe/shared-registration';
import { ChangeEmailBody, LinkQuery, OwnTokenBody } from '../my-sessions.bodies';
import { EmailChanges } from './email-changes';

/** Another address of one's own. */
@Controller('registrations')
@UseGuards(FormThrottler)
@Throttle(FORM_LIMIT)
export class EmailChangesController {
  constructor(private readonly emails: EmailChanges) {}

  @Post('mine/email')
  @NotCached()
  @HttpCode(202)
  @ForEveryone()
  @Takes('ChangeEmail')
  @Answers('RegisterAnswer', 202)
  changeEmail(@Body() body: ChangeEmailBody, @ReaderLanguage() language: Language): Promise<RegisterAnswer> {
    return this.emails.ask(body, language);
  }

  @Get('email')
  @NotCached()
  @ForEveryone()
  @Answers('NewEmailPreview')
  previewEmail(@Query() { token }: LinkQuery): Promise<NewEmailPreview> {
    return this.emails.preview(token);
  }

  @Post('email')
  @NotCached()
  @HttpCode(200)
  @ForEveryone()
  @Takes('TokenBody')
  @Answers('ChangedEmail')
  confirmEmail(@Body() { token }: OwnTokenBody): Promise<ChangedEmail> {
    return this.emails.confirm(token);
  }
}

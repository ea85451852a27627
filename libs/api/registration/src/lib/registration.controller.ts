import { Body, Controller, Get, Headers, HttpCode, Post, Query, UseGuards } from '@nestjs/common';
import { Throttle } from '@nestjs/throttler';
import {
  Answers,
  bearerToken,
  ForEveryone,
  FORM_LIMIT,
  FormThrottler,
  NotCached,
  OpenFormThrottler,
  ReaderLanguage,
  Takes,
} from '@reihe/api-platform';
import type {
  ConfirmAnswer,
  ConfirmationPreview,
  Language,
  MyRegistrations,
  RegisterAnswer,
} from '@reihe/shared-contracts';
import { RegisterForms } from './forms/register-forms';
import { MyRegistrationsService } from './places/my-registrations';
import { TakeSeat } from './places/take-seat';
import { CancelMineBody, ConfirmBody, RegisterBody, RegisterForMoreBody } from './registration.bodies';
import { ConfirmationQuery } from './registration.queries';

/** What participants do; the tokens of their mails are their proof. */
@Controller('registrations')
export class RegistrationController {
  constructor(
    private readonly forms: RegisterForms,
    private readonly seats: TakeSeat,
    private readonly mine: MyRegistrationsService,
  ) {}

  @Post()
  @HttpCode(202)
  @ForEveryone()
  @UseGuards(OpenFormThrottler)
  @Throttle(FORM_LIMIT)
  @Takes('Register')
  @Answers('RegisterAnswer', 202)
  register(@Body() body: RegisterBody): Promise<RegisterAnswer> {
    return this.forms.take(body);
  }

  @Get('confirmation')
  @NotCached()
  @ForEveryone()
  @Answers('ConfirmationPreview')
  preview(
    @Query() { token }: ConfirmationQuery,
    @ReaderLanguage() language: Language,
  ): Promise<ConfirmationPreview> {
    return this.seats.preview(token, language);
  }

  @Post('confirm')
  @NotCached()
  @HttpCode(200)
  @ForEveryone()
  @UseGuards(FormThrottler)
  @Throttle(FORM_LIMIT)
  @Takes('TokenBody')
  @Answers('ConfirmAnswer')
  confirm(@Body() { token }: ConfirmBody, @ReaderLanguage() language: Language): Promise<ConfirmAnswer> {
    return this.seats.confirm(token, language);
  }

  @Get('mine')
  @NotCached()
  @ForEveryone()
  @Answers('MyRegistrations')
  readMine(
    @Headers('authorization') authorization: string | undefined,
    @ReaderLanguage() language: Language,
  ): Promise<MyRegistrations> {
    return this.mine.read(bearerToken(authorization), language);
  }

  @Post('mine')
  @NotCached()
  @HttpCode(200)
  @ForEveryone()
  @UseGuards(FormThrottler)
  @Throttle(FORM_LIMIT)
  @Takes('RegisterForMore')
  @Answers('MyRegistrations')
  registerForMore(
    @Body() body: RegisterForMoreBody,
    @ReaderLanguage() language: Language,
  ): Promise<MyRegistrations> {
    return this.mine.add(body, language);
  }

  @Post('mine/cancel')
  @NotCached()
  @HttpCode(200)
  @ForEveryone()
  @UseGuards(FormThrottler)
  @Throttle(FORM_LIMIT)
  @Takes('CancelRegistration')
  @Answers('MyRegistrations')
  cancelMine(
    @Body() { token, registrationId }: CancelMineBody,
    @ReaderLanguage() language: Language,
  ): Promise<MyRegistrations> {
    return this.mine.cancel(token, registrationId, language);
  }
}

import { Body, Controller, Get, Headers, HttpCode, Post, UseGuards } from '@nestjs/common';
import { Throttle } from '@nestjs/throttler';
import {
  Answers,
  bearerToken,
  ForEveryone,
  FORM_LIMIT,
  FormThrottler,
  NotCached,
  ReaderLanguage,
  Takes,
} from '@reihe/api-platform';
import type { Language } from '@reihe/shared-contracts';
import type { NewsSubscription } from '@reihe/shared-registration';
import { ChooseNewsBody } from './news-subscription.bodies';
import { NewsSubscriptions } from './news-subscriptions';

/** The page behind "no more news"; the token of the mail is the proof. */
@Controller('news-subscription')
export class NewsSubscriptionController {
  constructor(private readonly subscriptions: NewsSubscriptions) {}

  @Get()
  @NotCached()
  @ForEveryone()
  @Answers('NewsSubscription')
  read(
    @Headers('authorization') authorization: string | undefined,
    @ReaderLanguage() language: Language,
  ): Promise<NewsSubscription> {
    return this.subscriptions.read(bearerToken(authorization), language);
  }

  @Post()
  @NotCached()
  @HttpCode(200)
  @ForEveryone()
  @UseGuards(FormThrottler)
  @Throttle(FORM_LIMIT)
  @Takes('ChooseNews')
  @Answers('NewsSubscription')
  choose(
    @Headers('authorization') authorization: string | undefined,
    @Body() { choice }: ChooseNewsBody,
    @ReaderLanguage() language: Language,
  ): Promise<NewsSubscription> {
    return this.subscriptions.choose(bearerToken(authorization), choice, language);
  }
}

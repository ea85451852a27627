import { Body, Controller, Get, Headers, HttpCode, Post, Query, UseGuards } from '@nestjs/common';
import { Throttle } from '@nestjs/throttler';
import {
  Answers,
  AnswersNothing,
  bearerToken,
  ForEveryone,
  FORM_LIMIT,
  FormThrottler,
  NotCached,
  ProofOfWork,
  ReaderLanguage,
  Takes,
} from '@reihe/api-platform';
import type { Language, ProofTask } from '@reihe/shared-contracts';
import type { MyProfile, ReleasePreview } from '@reihe/shared-registration';
import { OwnDataService } from './data/own-data';
import { OwnPlaces } from './leaving/own-places';
import { OwnTokenBody, LinkQuery, SaveMyProfileBody } from './my-sessions.bodies';

/** What a participant's own links open besides their registrations. */
@Controller('registrations')
@UseGuards(FormThrottler)
@Throttle(FORM_LIMIT)
export class MySessionsController {
  constructor(
    private readonly data: OwnDataService,
    private readonly places: OwnPlaces,
    private readonly work: ProofOfWork,
  ) {}

  @Get('mine/profile')
  @NotCached()
  @ForEveryone()
  @Answers('MyProfile')
  readData(
    @Headers('authorization') authorization: string | undefined,
    @ReaderLanguage() language: Language,
  ): Promise<MyProfile> {
    return this.data.read(bearerToken(authorization), language);
  }

  @Post('mine/profile')
  @NotCached()
  @HttpCode(200)
  @ForEveryone()
  @Takes('SaveMyProfile')
  @Answers('MyProfile')
  saveData(@Body() body: SaveMyProfileBody, @ReaderLanguage() language: Language): Promise<MyProfile> {
    return this.data.save(body, language);
  }

  @Post('mine/cancel-all')
  @NotCached()
  @HttpCode(204)
  @ForEveryone()
  @Takes('TokenBody')
  @AnswersNothing()
  releaseAll(@Body() { token }: OwnTokenBody): Promise<void> {
    return this.places.releaseAll(token);
  }

  @Post('mine/erase')
  @NotCached()
  @HttpCode(204)
  @ForEveryone()
  @Takes('TokenBody')
  @AnswersNothing()
  leave(@Body() { token }: OwnTokenBody): Promise<void> {
    return this.places.leave(token);
  }

  @Get('release')
  @NotCached()
  @ForEveryone()
  @Answers('ReleasePreview')
  previewRelease(
    @Query() { token }: LinkQuery,
    @ReaderLanguage() language: Language,
  ): Promise<ReleasePreview> {
    return this.places.preview(token, language);
  }

  @Post('release')
  @NotCached()
  @HttpCode(200)
  @ForEveryone()
  @Takes('TokenBody')
  @Answers('ReleasePreview')
  release(@Body() { token }: OwnTokenBody, @ReaderLanguage() language: Language): Promise<ReleasePreview> {
    return this.places.release(token, language);
  }

  /** A small task for the browser, to be sent along with a form that anybody may send. */
  @Get('challenge')
  @NotCached()
  @ForEveryone()
  @Answers('ProofTask')
  async challenge(): Promise<ProofTask> {
    return { challenge: await this.work.challenge() };
  }
}

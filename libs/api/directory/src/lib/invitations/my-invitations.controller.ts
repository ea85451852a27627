import {
  applyDecorators,
  Body,
  Controller,
  Get,
  Headers,
  HttpCode,
  Post,
  UploadedFile,
  UseGuards,
} from '@nestjs/common';
import { ApiConsumes } from '@nestjs/swagger';
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
  Takes,
} from '@reihe/api-platform';
import type { Language, MyInvitations } from '@reihe/shared-contracts';
import { AnswerInvitationBody, OwnTokenBody, SaveProfileBody, SendPhotoBody } from './invitation.bodies';
import { MyInvitationsService } from './my-invitations';
import { MyProfileService } from './my-profile';
import { photoOf, TakesPhoto, type ReceivedFile } from './received-photo';

/** Sending is limited, reading is not: server-rendered pages all read from one address, this machine's own. */
const Limited = () => applyDecorators(UseGuards(FormThrottler), Throttle(FORM_LIMIT));

/** What speakers do; the tokens of their mails are their proof. */
@Controller('invitations/mine')
export class MyInvitationsController {
  constructor(
    private readonly mine: MyInvitationsService,
    private readonly profile: MyProfileService,
  ) {}

  @Get()
  @NotCached()
  @ForEveryone()
  @Answers('MyInvitations')
  read(
    @Headers('authorization') authorization: string | undefined,
    @ReaderLanguage() language: Language,
  ): Promise<MyInvitations> {
    return this.mine.read(bearerToken(authorization), language);
  }

  @Post('answer')
  @HttpCode(204)
  @ForEveryone()
  @Limited()
  @Takes('AnswerInvitation')
  @AnswersNothing()
  answer(@Body() body: AnswerInvitationBody): Promise<void> {
    return this.mine.answer(body);
  }

  @Post('profile')
  @HttpCode(204)
  @ForEveryone()
  @Limited()
  @Takes('SaveProfile')
  @AnswersNothing()
  save(@Body() body: SaveProfileBody): Promise<void> {
    return this.profile.save(body);
  }

  @Post('photo')
  @HttpCode(204)
  @ForEveryone()
  @Limited()
  @TakesPhoto()
  @ApiConsumes('multipart/form-data')
  @Takes('SendPhoto')
  @AnswersNothing()
  sendPhoto(@Body() body: SendPhotoBody, @UploadedFile() file: ReceivedFile | undefined): Promise<void> {
    return this.profile.sendPhoto(body, photoOf(file));
  }

  @Post('photo/remove')
  @HttpCode(204)
  @ForEveryone()
  @Limited()
  @Takes('TokenBody')
  @AnswersNothing()
  removePhoto(@Body() { token }: OwnTokenBody): Promise<void> {
    return this.profile.removePhoto(token);
  }
}

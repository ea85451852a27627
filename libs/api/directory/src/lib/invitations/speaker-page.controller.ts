import {
  Body,
  Controller,
  Header,
  Param,
  Post,
  Redirect,
  UploadedFile,
  UseFilters,
  UseGuards,
} from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Throttle } from '@nestjs/throttler';
import {
  ForEveryone,
  FORM_LIMIT,
  FormProblemFilter,
  FormThrottler,
  type FormValues,
} from '@reihe/api-platform';
import { photoOf, TakesPhoto, type ReceivedFile } from './received-photo';
import { SpeakerForms } from './speaker-forms';

/** Where browsers without JavaScript send the forms of a speaker's own page. */
export const directoryRootRoutes: string[] = ['/:lang/speakers/:token'];

/** Answers 303 to the same page, saying what is done, or the page again with what was typed and what is wrong. */
@Controller(':lang/speakers')
@ApiExcludeController()
@UseFilters(FormProblemFilter)
@UseGuards(FormThrottler)
@Throttle(FORM_LIMIT)
export class SpeakerPageController {
  constructor(private readonly forms: SpeakerForms) {}

  @Post(':token')
  @ForEveryone()
  @TakesPhoto()
  @Redirect('', 303)
  @Header('Cache-Control', 'no-store')
  send(
    @Param('lang') lang: string,
    @Param('token') token: string,
    @Body() values: FormValues = {},
    @UploadedFile() file: ReceivedFile | undefined,
  ): Promise<{ url: string }> {
    return this.forms.send(lang, token, values, photoOf(file));
  }
}

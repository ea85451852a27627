import {
  Body,
  Controller,
  Header,
  Param,
  ParseUUIDPipe,
  Post,
  Redirect,
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
import { AfterForms } from './after-forms';

/** Addresses outside of the API, where browsers without JavaScript send the forms of the pages after a session. */
export const followUpRootRoutes: string[] = [
  '/:lang/after/:token/:registrationId',
  '/:lang/after/:token/:registrationId/certificate',
  '/:lang/feedback/:changeKey',
];

/** Each answers 303 to what comes next, or the same page again with what was typed and what is wrong. */
@Controller(':lang')
@ApiExcludeController()
@UseFilters(FormProblemFilter)
@UseGuards(FormThrottler)
@Throttle(FORM_LIMIT)
export class AfterFormController {
  constructor(private readonly forms: AfterForms) {}

  @Post('after/:token/:registrationId')
  @ForEveryone()
  @Redirect('', 303)
  @Header('Cache-Control', 'no-store')
  giveFeedback(
    @Param('lang') lang: string,
    @Param('token') token: string,
    @Param('registrationId', ParseUUIDPipe) registrationId: string,
    @Body() values: FormValues = {},
  ): Promise<{ url: string }> {
    return this.forms.giveFeedback(lang, token, registrationId, values);
  }

  @Post('after/:token/:registrationId/certificate')
  @ForEveryone()
  @Redirect('', 303)
  @Header('Cache-Control', 'no-store')
  issueCertificate(
    @Param('lang') lang: string,
    @Param('token') token: string,
    @Param('registrationId', ParseUUIDPipe) registrationId: string,
  ): Promise<{ url: string }> {
    return this.forms.issueCertificate(lang, token, registrationId);
  }

  @Post('feedback/:changeKey')
  @ForEveryone()
  @Redirect('', 303)
  @Header('Cache-Control', 'no-store')
  changeFeedback(
    @Param('lang') lang: string,
    @Param('changeKey') changeKey: string,
    @Body() values: FormValues = {},
  ): Promise<{ url: string }> {
    return this.forms.changeFeedback(lang, changeKey, values);
  }
}

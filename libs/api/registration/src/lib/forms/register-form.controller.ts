import { Body, Controller, Header, Param, Post, Redirect, UseFilters, UseGuards } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Throttle } from '@nestjs/throttler';
import {
  ForEveryone,
  FORM_LIMIT,
  FormProblemFilter,
  FormThrottler,
  OpenFormThrottler,
  type FormValues,
} from '@reihe/api-platform';
import { RegisterForms } from './register-forms';

/** Addresses outside of the API, where browsers without JavaScript send the portal's forms. */
export const formRootRoutes: string[] = [
  '/:lang/register',
  '/:lang/register/confirm/:token',
  '/:lang/register/manage/:token',
  '/:lang/register/manage/:token/more',
];

/** Each answers 303 to the page that comes next, or the same page again with what was typed and what is wrong. */
@Controller(':lang/register')
@ApiExcludeController()
@UseFilters(FormProblemFilter)
@Throttle(FORM_LIMIT)
export class RegisterFormController {
  constructor(private readonly forms: RegisterForms) {}

  @Post()
  @UseGuards(OpenFormThrottler)
  @ForEveryone()
  @Redirect('', 303)
  @Header('Cache-Control', 'no-store')
  register(@Param('lang') lang: string, @Body() values: FormValues = {}): Promise<{ url: string }> {
    return this.forms.register(lang, values);
  }

  @Post('confirm/:token')
  @UseGuards(FormThrottler)
  @ForEveryone()
  @Redirect('', 303)
  @Header('Cache-Control', 'no-store')
  confirm(@Param('lang') lang: string, @Param('token') token: string): Promise<{ url: string }> {
    return this.forms.confirm(lang, token);
  }

  @Post('manage/:token/more')
  @UseGuards(FormThrottler)
  @ForEveryone()
  @Redirect('', 303)
  @Header('Cache-Control', 'no-store')
  more(
    @Param('lang') lang: string,
    @Param('token') token: string,
    @Body() values: FormValues = {},
  ): Promise<{ url: string }> {
    return this.forms.more(lang, token, values);
  }

  @Post('manage/:token')
  @UseGuards(FormThrottler)
  @ForEveryone()
  @Redirect('', 303)
  @Header('Cache-Control', 'no-store')
  cancel(
    @Param('lang') lang: string,
    @Param('token') token: string,
    @Body() values: FormValues = {},
  ): Promise<{ url: string }> {
    return this.forms.cancel(lang, token, values);
  }
}

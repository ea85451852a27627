import { Body, Controller, Header, Param, Post, Res, UseFilters, UseInterceptors } from '@nestjs/common';
import { NoFilesInterceptor } from '@nestjs/platform-express';
import { ApiExcludeController } from '@nestjs/swagger';
import { ForEveryone, FormProblemFilter, type FormValues } from '@reihe/api-platform';
import type { Response } from 'express';
import { UnsubscribeForm } from './unsubscribe-form';

/** Outside of the API: what mails hold as `List-Unsubscribe`, and where the page's buttons lead without JavaScript. */
export const newsRootRoutes: string[] = ['/:lang/unsubscribe/:token'];

/** Not throttled by network: a mail provider ends the news of all of its people from a few addresses. */
@Controller(':lang/unsubscribe')
@ApiExcludeController()
@UseFilters(FormProblemFilter)
export class UnsubscribeFormController {
  constructor(private readonly form: UnsubscribeForm) {}

  /** Mail programs may send their one click as `multipart/form-data` (RFC 8058, 3.1). */
  @Post(':token')
  @UseInterceptors(NoFilesInterceptor({ limits: { fields: 10, fieldSize: 1_000 } }))
  @ForEveryone()
  @Header('Cache-Control', 'no-store')
  @Header('Referrer-Policy', 'no-referrer')
  async choose(
    @Param('lang') lang: string,
    @Param('token') token: string,
    @Body() values: FormValues = {},
    @Res() response: Response,
  ): Promise<void> {
    const page = await this.form.choose(lang, token, values);
    if (page === null) response.status(200).type('text/plain').send('');
    else response.redirect(303, page);
  }
}

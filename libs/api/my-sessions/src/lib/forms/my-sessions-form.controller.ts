import {
  Body,
  Controller,
  Get,
  Header,
  HttpCode,
  Param,
  Post,
  Redirect,
  StreamableFile,
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
  NotCached,
  OpenFormThrottler,
  ReaderLanguage,
  type FormValues,
} from '@reihe/api-platform';
import type { Language } from '@reihe/shared-contracts';
import { OwnCalendar } from '../calendar/own-calendar';
import { MySessionsForms } from './my-sessions-forms';

/** Where browsers without JavaScript send the forms behind personal links. */
@Controller(':lang/register')
@ApiExcludeController()
@UseFilters(FormProblemFilter)
@UseGuards(FormThrottler)
@Throttle(FORM_LIMIT)
export class MySessionsFormController {
  constructor(private readonly forms: MySessionsForms) {}

  @Post('manage/:token/data')
  @ForEveryone()
  @NotCached()
  @Redirect('', 303)
  save(
    @Param('lang') lang: string,
    @Param('token') token: string,
    @Body() values: FormValues = {},
  ): Promise<{ url: string }> {
    return this.forms.save(lang, token, values);
  }

  @Post('manage/:token/email')
  @ForEveryone()
  @NotCached()
  @Redirect('', 303)
  changeEmail(
    @Param('lang') lang: string,
    @Param('token') token: string,
    @Body() values: FormValues = {},
  ): Promise<{ url: string }> {
    return this.forms.changeEmail(lang, token, values);
  }

  @Post('email/:token')
  @ForEveryone()
  @NotCached()
  @Redirect('', 303)
  confirmEmail(@Param('lang') lang: string, @Param('token') token: string): Promise<{ url: string }> {
    return this.forms.confirmEmail(lang, token);
  }

  @Post('manage/:token/all')
  @ForEveryone()
  @NotCached()
  @Redirect('', 303)
  releaseAll(@Param('lang') lang: string, @Param('token') token: string): Promise<{ url: string }> {
    return this.forms.releaseAll(lang, token);
  }

  @Post('manage/:token/leave')
  @ForEveryone()
  @NotCached()
  @Redirect('', 303)
  leave(@Param('lang') lang: string, @Param('token') token: string): Promise<{ url: string }> {
    return this.forms.leave(lang, token);
  }

  @Post('manage/:token/download')
  @HttpCode(200)
  @ForEveryone()
  @NotCached()
  async download(@Param('lang') lang: string, @Param('token') token: string): Promise<StreamableFile> {
    return new StreamableFile(await this.forms.download(lang, token), {
      type: 'application/zip',
      disposition: 'attachment; filename="my-data.zip"',
    });
  }

  /** Also what mail programs send when somebody presses their own button. */
  @Post('release/:token')
  @ForEveryone()
  @NotCached()
  @Redirect('', 303)
  release(@Param('lang') lang: string, @Param('token') token: string): Promise<{ url: string }> {
    return this.forms.release(lang, token);
  }
}

/** Forms that anybody may send, known or not. */
@Controller(':lang/register')
@ApiExcludeController()
@UseFilters(FormProblemFilter)
@UseGuards(OpenFormThrottler)
@Throttle(FORM_LIMIT)
export class LinkRequestsFormController {
  constructor(private readonly forms: MySessionsForms) {}

  @Post('link')
  @ForEveryone()
  @NotCached()
  @Redirect('', 303)
  askForLink(@Param('lang') lang: string, @Body() values: FormValues = {}): Promise<{ url: string }> {
    return this.forms.askForLink(lang, values);
  }

  @Post('confirm/:token/again')
  @ForEveryone()
  @NotCached()
  @Redirect('', 303)
  askAgain(@Param('lang') lang: string, @Param('token') token: string): Promise<{ url: string }> {
    return this.forms.askAgain(lang, token);
  }
}

/** The address that calendars subscribe to; as secret as the person's page, and opens nothing but the calendar. */
@Controller('calendar/mine')
@ApiExcludeController()
export class OwnCalendarController {
  constructor(private readonly calendar: OwnCalendar) {}

  @Get(':token.ics')
  @ForEveryone()
  @NotCached()
  @Header('Content-Type', 'text/calendar; charset=utf-8')
  @Header('Content-Disposition', 'inline; filename="my-sessions.ics"')
  of(@Param('token') token: string, @ReaderLanguage() language: Language): Promise<string> {
    return this.calendar.of(token, language);
  }
}

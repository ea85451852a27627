import { Controller, Get, Header, Param, Query } from '@nestjs/common';
import { ForEveryone, ReaderLanguage } from '@reihe/api-platform';
import type { Language } from '@reihe/shared-contracts';
import { ProgrammeFilterQuery } from '../pages/programme.query';
import { AnswersCalendar, type CalendarAnswer } from './calendar-answer';
import { ProgrammeCalendar } from './calendar.service';

@Controller('calendar')
export class CalendarController {
  constructor(private readonly calendar: ProgrammeCalendar) {}

  /** Takes the filters of the series' page. */
  @Get('series/:slug.ics')
  @ForEveryone()
  @AnswersCalendar()
  ofSeries(
    @Param('slug') slug: string,
    @Query() filter: ProgrammeFilterQuery,
    @ReaderLanguage() language: Language,
  ): Promise<CalendarAnswer> {
    return this.calendar.ofSeries(slug, filter, language);
  }

  @Get('sessions/:slug.ics')
  @ForEveryone()
  @AnswersCalendar()
  @Header('Content-Disposition', 'attachment; filename="session.ics"')
  ofSession(@Param('slug') slug: string, @ReaderLanguage() language: Language): Promise<CalendarAnswer> {
    return this.calendar.ofSession(slug, language);
  }
}

import { Controller, Get, Header, Param } from '@nestjs/common';
import { ApiProduces } from '@nestjs/swagger';
import { CacheFor, ForEveryone, ReaderLanguage } from '@reihe/api-platform';
import type { Language } from '@reihe/shared-contracts';
import { ProgrammeCalendar } from './calendar.service';

const CALENDAR = 'text/calendar; charset=utf-8';
/** Calendars ask every few minutes to hours; a moved session should not wait long behind a cache. */
const FIVE_MINUTES = 5 * 60;

@Controller('calendar')
export class CalendarController {
  constructor(private readonly calendar: ProgrammeCalendar) {}

  @Get('series/:slug.ics')
  @ForEveryone()
  @ApiProduces('text/calendar')
  @Header('Content-Type', CALENDAR)
  @CacheFor(FIVE_MINUTES)
  ofSeries(@Param('slug') slug: string, @ReaderLanguage() language: Language): Promise<string> {
    return this.calendar.ofSeries(slug, language);
  }

  @Get('sessions/:slug.ics')
  @ForEveryone()
  @ApiProduces('text/calendar')
  @Header('Content-Type', CALENDAR)
  @CacheFor(FIVE_MINUTES)
  @Header('Content-Disposition', 'attachment; filename="session.ics"')
  ofSession(@Param('slug') slug: string, @ReaderLanguage() language: Language): Promise<string> {
    return this.calendar.ofSession(slug, language);
  }
}

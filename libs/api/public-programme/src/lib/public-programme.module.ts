import { Module } from '@nestjs/common';
import { CalendarController } from './calendar/calendar.controller';
import { ProgrammeCalendar } from './calendar/calendar.service';
import { PagesController } from './pages/pages.controller';
import { PublicProgrammeRepository } from './pages/public-programme.repository';
import { PublicProgramme } from './pages/public-programme.service';

/** The programme as readers and their calendars see it. Reads only; the programme's own feature writes. */
@Module({
  controllers: [PagesController, CalendarController],
  providers: [PublicProgramme, PublicProgrammeRepository, ProgrammeCalendar],
})
export class PublicProgrammeModule {}

/** Addresses outside of the API's prefix. */
export const publicProgrammeRootRoutes = ['/calendar/series/:slug.ics', '/calendar/sessions/:slug.ics'];

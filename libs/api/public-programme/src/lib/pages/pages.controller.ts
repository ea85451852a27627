import { Controller, Get, Param, Query } from '@nestjs/common';
import { Answers, ForEveryone, ReaderLanguage } from '@reihe/api-platform';
import type {
  HomePage,
  Language,
  Page,
  SeriesPage,
  SessionPage,
  SessionTeaser,
} from '@reihe/shared-contracts';
import { PageLanguageQuery, ProgrammeQuery, SeriesPageQuery } from './programme.query';
import { PublicProgramme } from './public-programme.service';

@Controller()
export class PagesController {
  constructor(private readonly programme: PublicProgramme) {}

  @Get('pages/home')
  @ForEveryone()
  @Answers('HomePage')
  home(@Query() _query: PageLanguageQuery, @ReaderLanguage() language: Language): Promise<HomePage> {
    return this.programme.home(language);
  }

  @Get('pages/series/:slug')
  @ForEveryone()
  @Answers('SeriesPage')
  series(
    @Param('slug') slug: string,
    @Query() filter: SeriesPageQuery,
    @ReaderLanguage() language: Language,
  ): Promise<SeriesPage> {
    return this.programme.series(slug, filter, language);
  }

  @Get('pages/sessions/:slug')
  @ForEveryone()
  @Answers('SessionPage')
  session(
    @Param('slug') slug: string,
    @Query() _query: PageLanguageQuery,
    @ReaderLanguage() language: Language,
  ): Promise<SessionPage> {
    return this.programme.session(slug, language);
  }

  @Get('programme/sessions')
  @ForEveryone()
  @Answers('Page<SessionTeaser>')
  sessions(
    @Query() query: ProgrammeQuery,
    @ReaderLanguage() language: Language,
  ): Promise<Page<SessionTeaser>> {
    return this.programme.sessions(query, language);
  }
}

import { Controller, Get, Param, Query } from '@nestjs/common';
import { Answers, ForEveryone, ReaderLanguage } from '@reihe/api-platform';
import type { Language, RecapPageAnswer, RecapsPage } from '@reihe/shared-contracts';
import { RecapPageQuery, RecapsPageQuery } from './recap-pages.query';
import { RecapPages } from './recap-pages.service';

@Controller('pages/recaps')
export class RecapPagesController {
  constructor(private readonly pages: RecapPages) {}

  @Get()
  @ForEveryone()
  @Answers('RecapsPage')
  recaps(@Query() query: RecapsPageQuery, @ReaderLanguage() language: Language): Promise<RecapsPage> {
    return this.pages.recaps(query, language);
  }

  @Get(':slug')
  @ForEveryone()
  @Answers('RecapPageAnswer')
  recap(
    @Param('slug') slug: string,
    @Query() _query: RecapPageQuery,
    @ReaderLanguage() language: Language,
  ): Promise<RecapPageAnswer> {
    return this.pages.recap(slug, language);
  }
}

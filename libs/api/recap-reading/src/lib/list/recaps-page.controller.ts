import { Controller, Get, Query } from '@nestjs/common';
import { Answers, ForEveryone, ReaderLanguage } from '@reihe/api-platform';
import type { Language, RecapsPage } from '@reihe/shared-contracts';
import { RecapsPageQuery } from './recaps-page.query';
import { RecapsPages } from './recaps-page.service';

@Controller('pages/recaps')
export class RecapsPageController {
  constructor(private readonly pages: RecapsPages) {}

  @Get()
  @ForEveryone()
  @Answers('RecapsPage')
  recaps(@Query() query: RecapsPageQuery, @ReaderLanguage() language: Language): Promise<RecapsPage> {
    return this.pages.recaps(query, language);
  }
}

import { Controller, Get, Param, Query } from '@nestjs/common';
import { Answers, Field, ForEveryone, ReaderLanguage } from '@reihe/api-platform';
import type { FieldRules, Language, RecapPageAnswer } from '@reihe/shared-contracts';
import { RecapPages } from './recap-pages.service';

/** Read by `ReaderLanguage`, which knows what to do with a language it does not have. */
const lang = { kind: 'text', maxLength: 35, optional: true } as const satisfies FieldRules;

export class RecapPageQuery {
  @Field(lang) lang?: string;
}

@Controller('pages/recaps')
export class RecapPagesController {
  constructor(private readonly pages: RecapPages) {}

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

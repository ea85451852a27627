import { Controller, Get, Param } from '@nestjs/common';
import { Answers, ForEveryone, ReaderLanguage } from '@reihe/api-platform';
import type { Language } from '@reihe/shared-contracts';
import type { PublicFigures } from '@reihe/shared-figures';
import { PublicFiguresService } from './public-figures.service';

@Controller('pages')
@ForEveryone()
export class PublicFiguresController {
  constructor(private readonly figures: PublicFiguresService) {}

  @Get('figures')
  @Answers('PublicFigures')
  ofAll(@ReaderLanguage() language: Language): Promise<PublicFigures> {
    return this.figures.ofAll(language);
  }

  @Get('series/:slug/figures')
  @Answers('PublicFigures')
  ofSeries(@Param('slug') slug: string, @ReaderLanguage() language: Language): Promise<PublicFigures> {
    return this.figures.ofSeries(slug, language);
  }
}

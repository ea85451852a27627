import { Controller, Get, Param, ParseUUIDPipe } from '@nestjs/common';
import { Answers, NotCached, ReaderLanguage, RequirePermission } from '@reihe/api-platform';
import type { Language } from '@reihe/shared-contracts';
import type { SessionNumbers } from '@reihe/shared-registration';
import { SessionNumbersService } from './session-numbers.service';

@Controller('sessions')
export class SessionNumbersController {
  constructor(private readonly numbers: SessionNumbersService) {}

  @Get(':id/numbers')
  @NotCached()
  @RequirePermission('figures.read')
  @Answers('SessionNumbers')
  read(
    @Param('id', ParseUUIDPipe) id: string,
    @ReaderLanguage() language: Language,
  ): Promise<SessionNumbers> {
    return this.numbers.of(id, language);
  }
}

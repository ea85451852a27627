import { Controller, Get, Query } from '@nestjs/common';
import { Answers, ReaderLanguage, RequirePermission } from '@reihe/api-platform';
import type { Language } from '@reihe/shared-contracts';
import type { DeskQuestion, DeskRegistrations, RegistrationIds } from '@reihe/shared-registration';
import { RegistrationsQuery } from './registrations.query';
import { DeskList } from './registrations.service';

@Controller('registration-desk')
export class DeskListController {
  constructor(private readonly lists: DeskList) {}

  @Get('registrations')
  @RequirePermission('registrations.read')
  @Answers('DeskRegistrations')
  listRegistrations(
    @Query() query: RegistrationsQuery,
    @ReaderLanguage() language: Language,
  ): Promise<DeskRegistrations> {
    return this.lists.page(query, language);
  }

  @Get('registrations/ids')
  @RequirePermission('registrations.read')
  @Answers('RegistrationIds')
  listRegistrationIds(@Query() query: RegistrationsQuery): Promise<RegistrationIds> {
    return this.lists.ids(query);
  }

  @Get('questions')
  @RequirePermission('registrations.read')
  @Answers('DeskQuestion[]')
  listQuestions(
    @Query() query: RegistrationsQuery,
    @ReaderLanguage() language: Language,
  ): Promise<DeskQuestion[]> {
    return this.lists.questions(query, language);
  }
}

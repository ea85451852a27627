import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  Param,
  ParseUUIDPipe,
  Post,
  StreamableFile,
} from '@nestjs/common';
import { ApiProduces } from '@nestjs/swagger';
import {
  Answers,
  AnswersNothing,
  CurrentStaff,
  NotCached,
  RequirePermission,
  Takes,
} from '@reihe/api-platform';
import type { Me } from '@reihe/shared-contracts';
import type { PersonHoldings } from '@reihe/shared-figures';
import { PrivacyRequestBody } from '../privacy.bodies';
import { ErasePerson } from './erase-person';
import { ExportPerson } from './export-person';

/** What staff do when somebody asks to be forgotten, or what is known of them. */
@Controller()
export class PeopleController {
  constructor(
    private readonly erasing: ErasePerson,
    private readonly exporting: ExportPerson,
  ) {}

  @Get('privacy/people/:id')
  @NotCached()
  @RequirePermission('privacy.manage')
  @Answers('PersonHoldings')
  held(@Param('id', ParseUUIDPipe) id: string): Promise<PersonHoldings> {
    return this.erasing.held(id);
  }

  @Post('privacy/people/:id/erase')
  @HttpCode(204)
  @RequirePermission('participants.erase')
  @Takes('PrivacyRequest')
  @AnswersNothing()
  erase(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { reference = '' }: PrivacyRequestBody,
    @CurrentStaff() staff: Me,
  ): Promise<void> {
    return this.erasing.erase(id, reference, staff);
  }

  /** A ZIP file. A post, for it leaves a record. */
  @Post('privacy/people/:id/export')
  @HttpCode(200)
  @NotCached()
  @RequirePermission('privacy.manage')
  @Takes('PrivacyRequest')
  @ApiProduces('application/zip')
  async export(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { reference = '' }: PrivacyRequestBody,
    @CurrentStaff() staff: Me,
  ): Promise<StreamableFile> {
    return new StreamableFile(await this.exporting.file(id, reference, staff), { type: 'application/zip' });
  }

  @Delete('sessions/:id/attendees/:attendeeId/person')
  @HttpCode(204)
  @RequirePermission('participants.erase')
  @AnswersNothing()
  eraseGuest(
    @Param('id', ParseUUIDPipe) id: string,
    @Param('attendeeId', ParseUUIDPipe) attendeeId: string,
    @CurrentStaff() staff: Me,
  ): Promise<void> {
    return this.erasing.eraseGuest(id, attendeeId, staff);
  }
}

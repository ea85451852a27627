import {
  Body,
  Controller,
  Get,
  Header,
  HttpCode,
  Post,
  Req,
  Res,
  UploadedFile,
  UseInterceptors,
} from '@nestjs/common';
import { FileInterceptor } from '@nestjs/platform-express';
import { ApiBody, ApiConsumes, ApiProduces } from '@nestjs/swagger';
import {
  Answers,
  CurrentStaff,
  ReaderLanguage,
  RequirePermission,
  streamProgress,
  Takes,
} from '@reihe/api-platform';
import { noSheet } from '@reihe/api-sheets';
import type { Language, Me } from '@reihe/shared-contracts';
import { IMPORT_LIMITS } from '@reihe/shared-planning';
import type { AddedPersonResult, PeopleImportCheck, PeopleSheet } from '@reihe/shared-registration';
import type { Request, Response } from 'express';
import { PeopleImport } from './people-import.service';
import { peopleTemplate } from './people-template';
import { AddPersonBody, PeopleImportBody, PeopleTextBody } from './people.bodies';

@Controller('registration-desk')
export class PeopleController {
  constructor(private readonly people: PeopleImport) {}

  @Post('people')
  @RequirePermission('registrations.write')
  @Takes('AddPerson')
  @Answers('AddedPersonResult', 201)
  addPerson(@Body() body: AddPersonBody, @CurrentStaff() staff: Me): Promise<AddedPersonResult> {
    return this.people.addOne(body, staff);
  }

  @Get('import/template')
  @RequirePermission('registrations.write')
  @Header('Content-Type', 'text/csv; charset=utf-8')
  @Header('Content-Disposition', 'attachment; filename="people.csv"')
  @ApiProduces('text/csv')
  downloadPeopleTemplate(@ReaderLanguage() language: Language): string {
    return peopleTemplate(language);
  }

  @Post('import/file')
  @HttpCode(200)
  @RequirePermission('registrations.write')
  @UseInterceptors(FileInterceptor('file', { limits: { fileSize: IMPORT_LIMITS.bytes, files: 1 } }))
  @ApiConsumes('multipart/form-data')
  @ApiBody({
    schema: {
      type: 'object',
      properties: { file: { type: 'string', format: 'binary' } },
      required: ['file'],
    },
  })
  @Answers('PeopleSheet')
  readPeopleFile(@UploadedFile() file: { buffer: Uint8Array } | undefined): Promise<PeopleSheet> {
    if (!file) throw noSheet();
    return this.people.readFile(file.buffer);
  }

  @Post('import/text')
  @HttpCode(200)
  @RequirePermission('registrations.write')
  @Takes('ReadSheetText')
  @Answers('PeopleSheet')
  readPeopleText(@Body() body: PeopleTextBody): PeopleSheet {
    return this.people.readPasted(body.text);
  }

  @Post('import/check')
  @HttpCode(200)
  @RequirePermission('registrations.write')
  @Takes('PeopleImportRequest')
  @Answers('PeopleImportCheck')
  checkPeople(@Body() body: PeopleImportBody): Promise<PeopleImportCheck> {
    return this.people.check(body);
  }

  /** Answers line by line: `PeopleImportProgress`. */
  @Post('import')
  @RequirePermission('registrations.write')
  @Takes('PeopleImportRequest')
  @ApiProduces('application/x-ndjson')
  @Answers('PeopleImportProgress')
  importPeople(
    @Body() body: PeopleImportBody,
    @CurrentStaff() staff: Me,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    return streamProgress((tell) => this.people.run(body, staff, tell), request, response);
  }
}

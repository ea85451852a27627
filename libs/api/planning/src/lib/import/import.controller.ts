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
import {
  IMPORT_LIMITS,
  type ImportCheck,
  type SheetTable,
  type UndoImportResult,
} from '@reihe/shared-planning';
import type { Request, Response } from 'express';
import { ImportRequestBody, ReadSheetTextBody, UndoImportBody } from './import.bodies';
import { SessionImport } from './session-import.service';
import { importTemplate } from './template';

@Controller('planning/import')
export class ImportController {
  constructor(private readonly imports: SessionImport) {}

  @Get('template')
  @RequirePermission('programme.write')
  @Header('Content-Type', 'text/csv; charset=utf-8')
  @Header('Content-Disposition', 'attachment; filename="sessions.csv"')
  @ApiProduces('text/csv')
  downloadTemplate(@ReaderLanguage() language: Language): string {
    return importTemplate(language);
  }

  @Post('file')
  @HttpCode(200)
  @RequirePermission('programme.write')
  @UseInterceptors(FileInterceptor('file', { limits: { fileSize: IMPORT_LIMITS.bytes, files: 1 } }))
  @ApiConsumes('multipart/form-data')
  @ApiBody({
    schema: {
      type: 'object',
      properties: { file: { type: 'string', format: 'binary' } },
      required: ['file'],
    },
  })
  @Answers('SheetTable')
  readSheetFile(@UploadedFile() file: { buffer: Uint8Array } | undefined): Promise<SheetTable> {
    if (!file) throw noSheet();
    return this.imports.readFile(file.buffer);
  }

  @Post('text')
  @HttpCode(200)
  @RequirePermission('programme.write')
  @Takes('ReadSheetText')
  @Answers('SheetTable')
  readSheetText(@Body() body: ReadSheetTextBody): SheetTable {
    return this.imports.readPasted(body.text);
  }

  @Post('check')
  @HttpCode(200)
  @RequirePermission('programme.write')
  @Takes('ImportRequest')
  @Answers('ImportCheck')
  checkImport(@Body() body: ImportRequestBody, @ReaderLanguage() language: Language): Promise<ImportCheck> {
    return this.imports.check(body, language);
  }

  /** Answers line by line: `ImportProgress`. */
  @Post()
  @RequirePermission('programme.write')
  @Takes('ImportRequest')
  @ApiProduces('application/x-ndjson')
  @Answers('ImportProgress')
  importSessions(
    @Body() body: ImportRequestBody,
    @CurrentStaff() staff: Me,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    return streamProgress((tell) => this.imports.run(body, staff, tell), request, response);
  }

  @Post('undo')
  @HttpCode(200)
  @RequirePermission('programme.write')
  @Takes('UndoImport')
  @Answers('UndoImportResult')
  undoImport(@Body() body: UndoImportBody, @CurrentStaff() staff: Me): Promise<UndoImportResult> {
    return this.imports.undo(body, staff);
  }
}

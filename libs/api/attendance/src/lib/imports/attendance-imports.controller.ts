import {
  applyDecorators,
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  Param,
  ParseUUIDPipe,
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
  NotCached,
  ReaderLanguage,
  RequirePermission,
  streamProgress,
} from '@reihe/api-platform';
import { noSheet } from '@reihe/api-sheets';
import type { Language, Me } from '@reihe/shared-contracts';
import {
  ATTENDANCE_LIMITS,
  type AttendanceCounts,
  type AttendancePreview,
  type AttendanceRecord,
} from '@reihe/shared-figures';
import type { Request, Response } from 'express';
import { ReadAttendanceBody } from './attendance-imports.bodies';
import { AttendanceImports, type ReportFile } from './attendance-imports.service';

interface Upload {
  originalname: string;
  buffer: Uint8Array;
}

const TakesReport = () =>
  applyDecorators(
    UseInterceptors(FileInterceptor('file', { limits: { fileSize: ATTENDANCE_LIMITS.bytes, files: 1 } })),
    ApiConsumes('multipart/form-data'),
    ApiBody({
      schema: {
        type: 'object',
        properties: {
          file: { type: 'string', format: 'binary' },
          timeZone: { type: 'string' },
          dateOrder: { type: 'string' },
          columns: { type: 'string', description: 'JSON list: what each column of a table is' },
        },
        required: ['file'],
      },
    }),
  );

@Controller('sessions/:sessionId')
export class AttendanceImportsController {
  constructor(private readonly imports: AttendanceImports) {}

  @Get('attendance-record')
  @NotCached()
  @RequirePermission('registrations.read')
  @Answers('AttendanceRecord')
  record(
    @Param('sessionId', ParseUUIDPipe) sessionId: string,
    @ReaderLanguage() language: Language,
  ): Promise<AttendanceRecord> {
    return this.imports.record(sessionId, language);
  }

  @Post('attendance-imports/check')
  @HttpCode(200)
  @RequirePermission('registrations.write')
  @TakesReport()
  @Answers('AttendancePreview')
  check(
    @Param('sessionId', ParseUUIDPipe) sessionId: string,
    @UploadedFile() file: Upload | undefined,
    @Body() body: ReadAttendanceBody,
    @CurrentStaff() staff: Me,
  ): Promise<AttendancePreview> {
    return this.imports.check(sessionId, reportOf(file), body, staff);
  }

  /** Answers line by line: `AttendanceImportProgress`. */
  @Post('attendance-imports')
  @RequirePermission('registrations.write')
  @TakesReport()
  @ApiProduces('application/x-ndjson')
  @Answers('AttendanceImportProgress')
  importReport(
    @Param('sessionId', ParseUUIDPipe) sessionId: string,
    @UploadedFile() file: Upload | undefined,
    @Body() body: ReadAttendanceBody,
    @CurrentStaff() staff: Me,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const report = reportOf(file);
    return streamProgress(
      (tell) => this.imports.run(sessionId, report, body, staff, tell),
      request,
      response,
    );
  }

  @Delete('attendance-imports/:importId')
  @RequirePermission('registrations.write')
  @Answers('AttendanceCounts')
  undo(
    @Param('sessionId', ParseUUIDPipe) sessionId: string,
    @Param('importId', ParseUUIDPipe) importId: string,
    @CurrentStaff() staff: Me,
  ): Promise<AttendanceCounts> {
    return this.imports.undo(sessionId, importId, staff);
  }
}

/** Browsers send names in UTF-8, which multipart forms are read without. */
function reportOf(file: Upload | undefined): ReportFile {
  if (!file) throw noSheet();
  return {
    name: Buffer.from(file.originalname, 'latin1').toString('utf8').slice(0, 255),
    bytes: file.buffer,
  };
}

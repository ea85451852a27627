import {
  Body,
  Controller,
  Get,
  HttpCode,
  Param,
  ParseUUIDPipe,
  Post,
  Query,
  StreamableFile,
  UploadedFile,
  UseInterceptors,
} from '@nestjs/common';
import { FileInterceptor } from '@nestjs/platform-express';
import { ApiConsumes, ApiProduces } from '@nestjs/swagger';
import { Answers, CurrentStaff, RequirePermission, Takes } from '@reihe/api-platform';
import type { Me } from '@reihe/shared-contracts';
import {
  EXCHANGE_LIMITS,
  type ExchangePreview,
  type ImportedTranslation,
  type Recap,
} from '@reihe/shared-editorial';
import {
  ExchangeFileBody,
  ExportTranslationsQuery,
  ImportTranslationBody,
  UndoTranslationImportBody,
} from './exchange.bodies';
import { idsOf, offered, receivedTranslation, type UploadedTranslation } from './exchange-requests';
import { TranslationExchange } from './exchange.service';

const OneFile = () =>
  FileInterceptor('file', { limits: { fileSize: EXCHANGE_LIMITS.bytes, files: 1, fields: 10 } });

@Controller('recap-exchange')
export class RecapExchangeController {
  constructor(private readonly exchange: TranslationExchange) {}

  @Get('export')
  @RequirePermission('recaps.read')
  @ApiProduces('application/xliff+xml', 'application/zip')
  async export(
    @Query() { recaps, language, format }: ExportTranslationsQuery,
    @CurrentStaff() staff: Me,
  ): Promise<StreamableFile> {
    return offered(await this.exchange.export(idsOf(recaps), language, format, staff));
  }

  @Post(':recapId/preview')
  @HttpCode(200)
  @RequirePermission('recaps.write')
  @UseInterceptors(OneFile())
  @ApiConsumes('multipart/form-data')
  @Takes('ExchangeFileOf')
  @Answers('ExchangePreview')
  preview(
    @Param('recapId', ParseUUIDPipe) recapId: string,
    @Body() { language }: ExchangeFileBody,
    @UploadedFile() file: UploadedTranslation | undefined,
  ): Promise<ExchangePreview> {
    return this.exchange.preview(recapId, language, receivedTranslation(file));
  }

  @Post(':recapId/import')
  @HttpCode(200)
  @RequirePermission('recaps.write')
  @UseInterceptors(OneFile())
  @ApiConsumes('multipart/form-data')
  @Takes('ImportTranslation')
  @Answers('ImportedTranslation')
  import(
    @Param('recapId', ParseUUIDPipe) recapId: string,
    @Body() { language, version, rows }: ImportTranslationBody,
    @UploadedFile() file: UploadedTranslation | undefined,
    @CurrentStaff() staff: Me,
  ): Promise<ImportedTranslation> {
    const received = receivedTranslation(file);
    return this.exchange.import(recapId, Number(version), language, rows.split(','), received, staff);
  }

  @Post(':recapId/imports/:importId/undo')
  @HttpCode(200)
  @RequirePermission('recaps.write')
  @Takes('UndoTranslationImport')
  @Answers('Recap')
  undo(
    @Param('recapId', ParseUUIDPipe) recapId: string,
    @Param('importId', ParseUUIDPipe) importId: string,
    @Body() { version }: UndoTranslationImportBody,
    @CurrentStaff() staff: Me,
  ): Promise<Recap> {
    return this.exchange.undo(recapId, importId, version, staff);
  }
}

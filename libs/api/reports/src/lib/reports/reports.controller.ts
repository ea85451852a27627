import {
  Body,
  Controller,
  Delete,
  Get,
  Header,
  HttpCode,
  Param,
  ParseUUIDPipe,
  Post,
  type StreamableFile,
} from '@nestjs/common';
import { ApiProduces } from '@nestjs/swagger';
import {
  Answers,
  AnswersNothing,
  CurrentStaff,
  Field,
  NotCached,
  RequirePermission,
  Takes,
} from '@reihe/api-platform';
import type { AdminLanguage, Me } from '@reihe/shared-contracts';
import {
  makeFunderReportRules,
  type FunderReportBasis,
  type FunderReportFormat,
  type MadeFunderReport,
  type MakeFunderReport,
} from '@reihe/shared-figures';
import { FunderReports } from './reports.service';

export class MakeFunderReportBody implements MakeFunderReport {
  @Field(makeFunderReportRules.language) language: AdminLanguage;
  @Field(makeFunderReportRules.format) format: FunderReportFormat;
  @Field(makeFunderReportRules.basis) basis: FunderReportBasis;
  @Field(makeFunderReportRules.from) from: string | null = null;
  @Field(makeFunderReportRules.to) to: string | null = null;
  @Field(makeFunderReportRules.hidesSmall) hidesSmall: boolean;
}

/** Reports for funders, of a series and a period. They hold figures and no person. */
@Controller('series/:seriesId/reports')
export class FunderReportsController {
  constructor(private readonly reports: FunderReports) {}

  @Get()
  @RequirePermission('figures.read')
  @Answers('MadeFunderReport[]')
  list(@Param('seriesId', ParseUUIDPipe) seriesId: string): Promise<MadeFunderReport[]> {
    return this.reports.list(seriesId);
  }

  @Post()
  @RequirePermission('figures.read')
  @Takes('MakeFunderReport')
  @Answers('MadeFunderReport', 201)
  make(
    @Param('seriesId', ParseUUIDPipe) seriesId: string,
    @Body() body: MakeFunderReportBody,
    @CurrentStaff() staff: Me,
  ): Promise<MadeFunderReport> {
    return this.reports.make(seriesId, body, staff.id);
  }

  @Get(':id')
  @RequirePermission('figures.read')
  @Answers('MadeFunderReport')
  get(
    @Param('seriesId', ParseUUIDPipe) seriesId: string,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<MadeFunderReport> {
    return this.reports.get(seriesId, id);
  }

  @Get(':id/file')
  @RequirePermission('figures.read')
  @NotCached()
  @Header('X-Content-Type-Options', 'nosniff')
  // Whatever it holds, no browser runs it as a page of this site.
  @Header('Content-Security-Policy', `default-src 'none'; sandbox`)
  @ApiProduces('application/octet-stream')
  file(
    @Param('seriesId', ParseUUIDPipe) seriesId: string,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<StreamableFile> {
    return this.reports.file(seriesId, id);
  }

  @Post(':id/again')
  @RequirePermission('figures.read')
  @Answers('MadeFunderReport', 201)
  makeAgain(
    @Param('seriesId', ParseUUIDPipe) seriesId: string,
    @Param('id', ParseUUIDPipe) id: string,
    @CurrentStaff() staff: Me,
  ): Promise<MadeFunderReport> {
    return this.reports.makeAgain(seriesId, id, staff.id);
  }

  @Delete(':id')
  @HttpCode(204)
  @RequirePermission('figures.write')
  @AnswersNothing()
  remove(
    @Param('seriesId', ParseUUIDPipe) seriesId: string,
    @Param('id', ParseUUIDPipe) id: string,
    @CurrentStaff() staff: Me,
  ): Promise<void> {
    return this.reports.remove(seriesId, id, staff.id);
  }
}

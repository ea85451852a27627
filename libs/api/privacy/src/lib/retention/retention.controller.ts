import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Put, Query } from '@nestjs/common';
import {
  Answers,
  CurrentStaff,
  NotCached,
  PageQuery,
  ReaderLanguage,
  RequirePermission,
  Takes,
} from '@reihe/api-platform';
import type { Language, Me, Page } from '@reihe/shared-contracts';
import type {
  PrivacyOverview,
  PrivacyRecord,
  RetentionPreview,
  RetentionRule,
  RetentionRun,
  RunFigures,
} from '@reihe/shared-figures';
import { RunRetentionBody, SetRetentionBody } from '../privacy.bodies';
import { RetentionRules } from './retention-rules.service';
import { RunRetention } from './run-retention';

/** What personal data is kept, until when, and what went. */
@Controller('privacy')
@RequirePermission('privacy.manage')
export class RetentionController {
  constructor(
    private readonly rules: RetentionRules,
    private readonly runs: RunRetention,
  ) {}

  @Get()
  @NotCached()
  @Answers('PrivacyOverview')
  overview(@ReaderLanguage() language: Language): Promise<PrivacyOverview> {
    return this.rules.overview(language);
  }

  @Get('records')
  @NotCached()
  @Answers('Page<PrivacyRecord>')
  listRecords(@Query() query: PageQuery): Promise<Page<PrivacyRecord>> {
    return this.rules.listRecords(query);
  }

  @Get('runs')
  @NotCached()
  @Answers('Page<RetentionRun>')
  listRuns(@Query() query: PageQuery, @ReaderLanguage() language: Language): Promise<Page<RetentionRun>> {
    return this.rules.listRuns(query, language);
  }

  /** Of a run that went through: what the series came to before. */
  @Get('runs/:id/figures')
  @NotCached()
  @Answers('RunFigures')
  figuresOf(
    @Param('id', ParseUUIDPipe) id: string,
    @ReaderLanguage() language: Language,
  ): Promise<RunFigures> {
    return this.rules.figuresOf(id, language);
  }

  @Put('rule')
  @Takes('SetRetention')
  @Answers('RetentionRule')
  setDefault(@Body() body: SetRetentionBody, @CurrentStaff() staff: Me): Promise<RetentionRule> {
    return this.rules.setDefault(body, staff);
  }

  @Put('series/:id/rule')
  @Takes('SetRetention')
  @Answers('RetentionRule')
  setOfSeries(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: SetRetentionBody,
    @CurrentStaff() staff: Me,
  ): Promise<RetentionRule> {
    return this.rules.setOfSeries(id, body, staff);
  }

  /** Asks only: a post, for it carries everything out and takes it back. */
  @Post('series/:id/preview')
  @HttpCode(200)
  @Answers('RetentionPreview')
  preview(
    @Param('id', ParseUUIDPipe) id: string,
    @ReaderLanguage() language: Language,
  ): Promise<RetentionPreview> {
    return this.runs.preview(id, language);
  }

  @Post('series/:id/run')
  @HttpCode(200)
  @Takes('RunRetention')
  @Answers('RetentionRun')
  run(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { fingerprint }: RunRetentionBody,
    @CurrentStaff() staff: Me,
  ): Promise<RetentionRun> {
    return this.runs.run(id, fingerprint, staff);
  }
}

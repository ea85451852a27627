import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { Answers, CurrentStaff, ReaderLanguage, RequirePermission, Takes } from '@reihe/api-platform';
import type { Language, Me } from '@reihe/shared-contracts';
import type { BulkPreview, BulkResult } from '@reihe/shared-planning';
import { BulkChanges } from './bulk-changes.service';
import { BulkRequestBody } from './bulk.bodies';

@Controller('planning/bulk')
export class BulkController {
  constructor(private readonly changes: BulkChanges) {}

  @Post('preview')
  @HttpCode(200)
  @RequirePermission('programme.write')
  @Takes('BulkRequest')
  @Answers('BulkPreview')
  previewBulkChange(
    @Body() body: BulkRequestBody,
    @ReaderLanguage() language: Language,
  ): Promise<BulkPreview> {
    return this.changes.preview(body, language);
  }

  @Post()
  @HttpCode(200)
  @RequirePermission('programme.write')
  @Takes('BulkRequest')
  @Answers('BulkResult')
  changeInBulk(@Body() body: BulkRequestBody, @CurrentStaff() staff: Me): Promise<BulkResult> {
    return this.changes.change(body, staff);
  }
}

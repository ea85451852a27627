import { Body, Controller, Delete, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import {
  Answers,
  AnswersNothing,
  CurrentStaff,
  ReaderLanguage,
  RequirePermission,
  Takes,
} from '@reihe/api-platform';
import type { Language, Me } from '@reihe/shared-contracts';
import type { BatchPreview, SessionBatch } from '@reihe/shared-planning';
import { BatchPreviews } from './batch-previews.service';
import { CreateBatchBody, PreviewBatchBody } from './batch.bodies';
import { Batches } from './batches.service';

@Controller('planning/batch')
export class BatchController {
  constructor(
    private readonly previews: BatchPreviews,
    private readonly batches: Batches,
  ) {}

  @Post('preview')
  @HttpCode(200)
  @RequirePermission('programme.read')
  @Takes('PreviewBatch')
  @Answers('BatchPreview')
  preview(@Body() body: PreviewBatchBody, @ReaderLanguage() language: Language): Promise<BatchPreview> {
    return this.previews.preview(body, language);
  }

  @Post()
  @RequirePermission('programme.write')
  @Takes('CreateBatch')
  @Answers('SessionBatch', 201)
  create(@Body() body: CreateBatchBody, @CurrentStaff() staff: Me): Promise<SessionBatch> {
    return this.batches.create(body, staff);
  }

  @Delete(':key')
  @HttpCode(204)
  @RequirePermission('programme.write')
  @AnswersNothing()
  undo(@Param('key', ParseUUIDPipe) key: string, @CurrentStaff() staff: Me): Promise<void> {
    return this.batches.undo(key, staff);
  }
}

import { Module } from '@nestjs/common';
import { BatchController } from './batch/batch.controller';
import { BatchPreviews } from './batch/batch-previews.service';
import { Batches } from './batch/batches.service';
import { DraftsRepository } from './batch/drafts.repository';
import { DuplicateController } from './duplicate/duplicate.controller';
import { Duplicates } from './duplicate/duplicates.service';
import { AudienceRepository } from './fair-time/audience.repository';
import { FairTimeController } from './fair-time/fair-time.controller';
import { FairTime } from './fair-time/fair-time.service';

/**
 * New sessions: many by a pattern, one after another one, and when they are fair to whom they are for. Needs the global
 * `SessionWriter`, by which the programme takes drafts back.
 */
@Module({
  controllers: [BatchController, DuplicateController, FairTimeController],
  providers: [AudienceRepository, Batches, BatchPreviews, DraftsRepository, Duplicates, FairTime],
})
export class SchedulingModule {}

import { Module } from '@nestjs/common';
import { BatchController } from './batch/batch.controller';
import { BatchPreviews } from './batch/batch-previews.service';
import { Batches } from './batch/batches.service';
import { DraftsRepository } from './batch/drafts.repository';
import { PublicHolidays } from './batch/public-holidays';
import { DuplicateController } from './duplicate/duplicate.controller';
import { Duplicates } from './duplicate/duplicates.service';
import { AudienceRepository } from './fair-time/audience.repository';
import { FairTimeController } from './fair-time/fair-time.controller';
import { FairTime } from './fair-time/fair-time.service';

/** What looks at many sessions at once: batches, fair time, conflicts, import, changes in bulk. */
@Module({
  controllers: [BatchController, DuplicateController, FairTimeController],
  providers: [
    AudienceRepository,
    Batches,
    BatchPreviews,
    DraftsRepository,
    Duplicates,
    FairTime,
    PublicHolidays,
  ],
})
export class PlanningModule {}

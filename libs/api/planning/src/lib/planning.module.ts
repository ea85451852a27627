import { Module } from '@nestjs/common';
import { BatchPreviews } from './batch/batch-previews.service';
import { BatchController } from './batch/batch.controller';
import { Batches } from './batch/batches.service';
import { DraftsRepository } from './batch/drafts.repository';
import { PublicHolidays } from './batch/public-holidays';
import { BulkChanges } from './bulk/bulk-changes.service';
import { BulkController } from './bulk/bulk.controller';
import { BulkRepository } from './bulk/bulk.repository';
import { ConflictsController } from './conflicts/conflicts.controller';
import { ConflictsRepository } from './conflicts/conflicts.repository';
import { Conflicts } from './conflicts/conflicts.service';
import { DuplicateController } from './duplicate/duplicate.controller';
import { Duplicates } from './duplicate/duplicates.service';
import { AudienceRepository } from './fair-time/audience.repository';
import { FairTimeController } from './fair-time/fair-time.controller';
import { FairTime } from './fair-time/fair-time.service';
import { ImportStream } from './import/import-stream';
import { ImportController } from './import/import.controller';
import { ImportRepository } from './import/import.repository';
import { SessionImport } from './import/session-import.service';

/**
 * What looks at many sessions at once: batches, fair time, conflicts, import, changes in bulk. Needs the global `SessionWriter`,
 * by which the programme changes each of them.
 */
@Module({
  controllers: [
    BatchController,
    BulkController,
    ConflictsController,
    DuplicateController,
    FairTimeController,
    ImportController,
  ],
  providers: [
    AudienceRepository,
    Batches,
    BatchPreviews,
    BulkChanges,
    BulkRepository,
    Conflicts,
    ConflictsRepository,
    DraftsRepository,
    Duplicates,
    FairTime,
    SessionImport,
    ImportStream,
    ImportRepository,
    PublicHolidays,
  ],
})
export class PlanningModule {}

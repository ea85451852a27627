import { Module } from '@nestjs/common';
import { BulkChanges } from './bulk/bulk-changes.service';
import { BulkController } from './bulk/bulk.controller';
import { BulkRepository } from './bulk/bulk.repository';
import { ConflictsController } from './conflicts/conflicts.controller';
import { ConflictsRepository } from './conflicts/conflicts.repository';
import { Conflicts } from './conflicts/conflicts.service';
import { ImportController } from './import/import.controller';
import { ImportRepository } from './import/import.repository';
import { SessionImport } from './import/session-import.service';

/**
 * What looks at many sessions at once: conflicts, import, changes in bulk. Needs the global `SessionWriter`, by which the
 * programme changes each of them.
 */
@Module({
  controllers: [BulkController, ConflictsController, ImportController],
  providers: [BulkChanges, BulkRepository, Conflicts, ConflictsRepository, SessionImport, ImportRepository],
})
export class PlanningModule {}

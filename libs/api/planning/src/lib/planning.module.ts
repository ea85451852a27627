import { Module } from '@nestjs/common';

/** What looks at many sessions at once: batches, fair time, conflicts, import, changes in bulk. */
@Module({ controllers: [], providers: [] })
export class PlanningModule {}

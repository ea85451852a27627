import { Global, Module } from '@nestjs/common';
import { MailModule } from '@reihe/api-mail';
import { RecapTexts, RecapWriter } from '@reihe/api-platform';
import { RecapReadingModule } from '@reihe/api-recap-reading';
import { ConfirmTranslationParts } from './editing/confirm-translation';
import { DraftWriter } from './editing/draft-writer';
import { OpenRecap } from './editing/open-recap';
import { RecapAddressesRepository } from './editing/recap-addresses.repository';
import { RecapRevisionsRepository } from './editing/recap-revisions.repository';
import { RecapsController } from './editing/recaps.controller';
import { RecapsRepository } from './editing/recaps.repository';
import { RecapsService } from './editing/recaps.service';
import { ReviewTranslation } from './editing/review-translation';
import { WorkingCopy } from './editing/working-copy';
import { WriteTranslation } from './editing/write-translation';
import { PreviewPagesController, PreviewsController } from './previews/previews.controller';
import { PreviewsRepository } from './previews/previews.repository';
import { Previews } from './previews/previews.service';
import { PublishDue } from './scheduling/publish-due';
import { ScheduleRecap } from './scheduling/schedule-recap';
import { ScheduleWatch } from './scheduling/schedule-watch';
import { SchedulesRepository } from './scheduling/schedules.repository';
import { SchedulingController } from './scheduling/scheduling.controller';
import { DeskMails } from './workflow/desk-mails';
import { DeskPeopleRepository } from './workflow/desk-people.repository';
import { MakePublic } from './workflow/make-public';
import { PublishRecap } from './workflow/publish-recap';
import { ReviewRecap } from './workflow/review-recap';
import { ShowFigures } from './workflow/show-figures';
import { RecapDeskController, RecapWorkflowController } from './workflow/workflow.controller';

/** Global for `RecapWriter` and `RecapTexts`, through which others bring recaps and translations without knowing this. */
@Global()
@Module({
  imports: [MailModule, RecapReadingModule],
  controllers: [
    RecapsController,
    RecapWorkflowController,
    RecapDeskController,
    SchedulingController,
    PreviewsController,
    PreviewPagesController,
  ],
  providers: [
    RecapsService,
    ConfirmTranslationParts,
    ReviewTranslation,
    WriteTranslation,
    { provide: RecapTexts, useExisting: WriteTranslation },
    OpenRecap,
    WorkingCopy,
    DraftWriter,
    { provide: RecapWriter, useExisting: DraftWriter },
    ReviewRecap,
    PublishRecap,
    ShowFigures,
    MakePublic,
    DeskMails,
    DeskPeopleRepository,
    ScheduleRecap,
    SchedulesRepository,
    PublishDue,
    ScheduleWatch,
    RecapsRepository,
    RecapAddressesRepository,
    RecapRevisionsRepository,
    Previews,
    PreviewsRepository,
  ],
  exports: [RecapTexts, RecapWriter],
})
export class RecapsModule {}

import { Global, Module } from '@nestjs/common';
import { MediaModule } from '@reihe/api-media';
import { AfterSession, FORM_FIELDS } from '@reihe/api-platform';
import { QuestionsModule } from '@reihe/api-questions';
import { AfterFormController } from './after/after-form.controller';
import { AfterForms, FEEDBACK_FIELDS } from './after/after-forms';
import { AfterPages } from './after/after-page.service';
import { AfterRepository } from './after/after.repository';
import { AfterSessionDesk } from './after/after-session-desk';
import { AttendanceController } from './attendance/attendance.controller';
import { AttendanceRepository } from './attendance/attendance.repository';
import { AttendanceService } from './attendance/attendance.service';
import { CertificatesController } from './certificates/certificates.controller';
import { CertificatesRepository } from './certificates/certificates.repository';
import { Certificates } from './certificates/certificates.service';
import { FeedbackController } from './feedback/feedback.controller';
import { FeedbackQuestions } from './feedback/feedback-questions';
import { FeedbackRepository } from './feedback/feedback.repository';
import { FeedbackService } from './feedback/feedback.service';
import { HandedFiles } from './materials/handed-files';
import { HandedFilesController } from './materials/handed-files.controller';
import { MaterialsController } from './materials/materials.controller';
import { MaterialsRepository } from './materials/materials.repository';
import { MaterialsService } from './materials/materials.service';
import { OwnPass } from './materials/own-pass';

/** Global for one export: whoever writes to people asks what there is for them after a session, and knows nothing else of it. */
@Global()
@Module({
  imports: [MediaModule, QuestionsModule],
  controllers: [
    // Before the addresses with a parameter in the same place.
    HandedFilesController,
    MaterialsController,
    AttendanceController,
    CertificatesController,
    FeedbackController,
    AfterFormController,
  ],
  providers: [
    AfterForms,
    AfterPages,
    AfterRepository,
    AfterSessionDesk,
    AttendanceRepository,
    AttendanceService,
    Certificates,
    CertificatesRepository,
    FeedbackQuestions,
    FeedbackRepository,
    FeedbackService,
    HandedFiles,
    MaterialsRepository,
    MaterialsService,
    OwnPass,
    { provide: FORM_FIELDS, useValue: FEEDBACK_FIELDS },
    { provide: AfterSession, useExisting: AfterSessionDesk },
  ],
  exports: [AfterSession],
})
export class FollowUpModule {}

import { Module } from '@nestjs/common';
import { CheckAnswers } from './check-answers';
import { RegistrationFormController } from './registration-form.controller';
import { RegistrationForms } from './registration-form';
import { SessionQuestionsRepository } from './session-questions.repository';

/** The organiser's questions as participants meet them. */
@Module({
  controllers: [RegistrationFormController],
  providers: [CheckAnswers, RegistrationForms, SessionQuestionsRepository],
  exports: [CheckAnswers, SessionQuestionsRepository],
})
export class QuestionsModule {}

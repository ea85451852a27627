import { Body, Controller, Get, Param, Put } from '@nestjs/common';
import { Answers, CurrentStaff, RequirePermission, Takes } from '@reihe/api-platform';
import type { Me } from '@reihe/shared-contracts';
import type { QuestionForm } from '@reihe/shared-registration';
import { QuestionParams, SaveQuestionFormBody } from './question.bodies';
import { QuestionsService } from './questions.service';

@Controller('registration-setup/:kind/:id/questions/:purpose')
export class QuestionsController {
  constructor(private readonly questions: QuestionsService) {}

  @Get()
  @RequirePermission('programme.read')
  @Answers('QuestionForm')
  readQuestions(@Param() { purpose, ...owner }: QuestionParams): Promise<QuestionForm> {
    return this.questions.get(owner, purpose);
  }

  @Put()
  @RequirePermission('programme.write')
  @Takes('SaveQuestionForm')
  @Answers('QuestionForm')
  saveQuestions(
    @Param() { purpose, ...owner }: QuestionParams,
    @Body() body: SaveQuestionFormBody,
    @CurrentStaff() staff: Me,
  ): Promise<QuestionForm> {
    return this.questions.save(owner, purpose, body, staff);
  }
}

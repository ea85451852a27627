import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { Answers, CurrentStaff, ReaderLanguage, RequirePermission, Takes } from '@reihe/api-platform';
import type { Language, Me } from '@reihe/shared-contracts';
import type { DecisionPreview, DecisionResult } from '@reihe/shared-registration';
import { AskDecisionBody, MakeDecisionBody } from './decision.bodies';
import { Decisions } from './decisions.service';

@Controller('registration-desk/decisions')
export class DecisionsController {
  constructor(private readonly decisions: Decisions) {}

  @Post('preview')
  @HttpCode(200)
  @RequirePermission('registrations.write')
  @Takes('AskDecision')
  @Answers('DecisionPreview')
  previewDecision(
    @Body() body: AskDecisionBody,
    @ReaderLanguage() language: Language,
    @CurrentStaff() staff: Me,
  ): Promise<DecisionPreview> {
    return this.decisions.preview(body, language, staff);
  }

  @Post()
  @HttpCode(200)
  @RequirePermission('registrations.write')
  @Takes('MakeDecision')
  @Answers('DecisionResult')
  makeDecision(@Body() body: MakeDecisionBody, @CurrentStaff() staff: Me): Promise<DecisionResult> {
    return this.decisions.make(body, staff);
  }
}

import { Body, Controller, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { Answers, CurrentStaff, RequirePermission, Takes } from '@reihe/api-platform';
import type { Me } from '@reihe/shared-contracts';
import type { BatchSession } from '@reihe/shared-planning';
import { DuplicateSessionBody } from './duplicate.bodies';
import { Duplicates } from './duplicates.service';

@Controller('planning/sessions')
export class DuplicateController {
  constructor(private readonly duplicates: Duplicates) {}

  @Post(':id/duplicate')
  @RequirePermission('programme.write')
  @Takes('DuplicateSession')
  @Answers('BatchSession', 201)
  duplicate(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: DuplicateSessionBody,
    @CurrentStaff() staff: Me,
  ): Promise<BatchSession> {
    return this.duplicates.create(id, body, staff);
  }
}

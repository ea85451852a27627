import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { Answers, ReaderLanguage, RequirePermission, Takes } from '@reihe/api-platform';
import type { Language } from '@reihe/shared-contracts';
import type { Conflict, SessionConflicts } from '@reihe/shared-planning';
import { ConflictsQuery, TypedSessionBody } from './conflicts.bodies';
import { Conflicts } from './conflicts.service';

@Controller('planning/conflicts')
export class ConflictsController {
  constructor(private readonly conflicts: Conflicts) {}

  @Get()
  @RequirePermission('programme.read')
  @Answers('SessionConflicts[]')
  listConflicts(
    @Query() query: ConflictsQuery,
    @ReaderLanguage() language: Language,
  ): Promise<SessionConflicts[]> {
    return this.conflicts.list(query, language);
  }

  @Post('preview')
  @HttpCode(200)
  @RequirePermission('programme.read')
  @Takes('TypedSession')
  @Answers('Conflict[]')
  previewConflicts(
    @Body() body: TypedSessionBody,
    @ReaderLanguage() language: Language,
  ): Promise<Conflict[]> {
    return this.conflicts.preview(body, language);
  }
}

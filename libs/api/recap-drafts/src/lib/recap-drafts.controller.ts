import { Controller, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { Answers, CurrentStaff, RequirePermission } from '@reihe/api-platform';
import type { Me } from '@reihe/shared-contracts';
import type { Recap } from '@reihe/shared-editorial';
import { DraftFromSession } from './draft-from-session';

@Controller('recaps/from-session')
export class RecapDraftsController {
  constructor(private readonly drafts: DraftFromSession) {}

  @Post(':sessionId')
  @RequirePermission('recaps.write')
  @Answers('Recap', 201)
  create(@Param('sessionId', ParseUUIDPipe) sessionId: string, @CurrentStaff() staff: Me): Promise<Recap> {
    return this.drafts.draft(sessionId, staff);
  }
}

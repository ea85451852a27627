import { Body, Controller, Delete, Get, HttpCode, Param, Put, Query } from '@nestjs/common';
import { Answers, AnswersNothing, CurrentStaff, ForStaff, Takes } from '@reihe/api-platform';
import type { EditingDraft, Me } from '@reihe/shared-contracts';
import { Drafts } from './drafts.service';
import { DraftsQuery, KeepDraftBody } from './editing.bodies';

/** One's own drafts; whose they are is never asked, it is whoever is signed in. */
@Controller('drafts')
@ForStaff()
export class DraftsController {
  constructor(private readonly drafts: Drafts) {}

  @Get()
  @Answers('EditingDraft[]')
  listDrafts(@Query() query: DraftsQuery, @CurrentStaff() staff: Me): Promise<EditingDraft[]> {
    return this.drafts.list(query, staff);
  }

  /** `key` is the id of what is edited, or `new`. */
  @Put(':subject/:key')
  @HttpCode(204)
  @Takes('KeepDraft')
  @AnswersNothing()
  keepDraft(
    @Param('subject') subject: string,
    @Param('key') key: string,
    @Body() draft: KeepDraftBody,
    @CurrentStaff() staff: Me,
  ): Promise<void> {
    return this.drafts.keep(subject, key, draft, staff);
  }

  @Delete(':subject/:key')
  @HttpCode(204)
  @AnswersNothing()
  dropDraft(
    @Param('subject') subject: string,
    @Param('key') key: string,
    @CurrentStaff() staff: Me,
  ): Promise<void> {
    return this.drafts.drop(subject, key, staff);
  }
}

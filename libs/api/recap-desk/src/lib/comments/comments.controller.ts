import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { Answers, CurrentStaff, RequirePermission, Takes } from '@reihe/api-platform';
import type { Me } from '@reihe/shared-contracts';
import type { RecapComment } from '@reihe/shared-editorial';
import { AnswerCommentBody, WriteCommentBody } from './comments.bodies';
import { Comments } from './comments.service';

/** Each change answers all of them: a colleague may have written meanwhile. */
@Controller('recaps/:recapId/comments')
export class CommentsController {
  constructor(private readonly comments: Comments) {}

  @Get()
  @RequirePermission('recaps.read')
  @Answers('RecapComment[]')
  list(@Param('recapId', ParseUUIDPipe) recapId: string): Promise<RecapComment[]> {
    return this.comments.list(recapId);
  }

  @Post()
  @RequirePermission('recaps.write')
  @Takes('WriteComment')
  @Answers('RecapComment[]', 201)
  write(
    @Param('recapId', ParseUUIDPipe) recapId: string,
    @Body() body: WriteCommentBody,
    @CurrentStaff() staff: Me,
  ): Promise<RecapComment[]> {
    return this.comments.write(recapId, body, staff);
  }

  @Post(':id/answers')
  @RequirePermission('recaps.write')
  @Takes('AnswerComment')
  @Answers('RecapComment[]', 201)
  answer(
    @Param('recapId', ParseUUIDPipe) recapId: string,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: AnswerCommentBody,
    @CurrentStaff() staff: Me,
  ): Promise<RecapComment[]> {
    return this.comments.answer(recapId, id, body.text, staff);
  }

  @Post(':id/resolve')
  @HttpCode(200)
  @RequirePermission('recaps.write')
  @Answers('RecapComment[]')
  resolve(
    @Param('recapId', ParseUUIDPipe) recapId: string,
    @Param('id', ParseUUIDPipe) id: string,
    @CurrentStaff() staff: Me,
  ): Promise<RecapComment[]> {
    return this.comments.resolve(recapId, id, staff);
  }

  @Post(':id/reopen')
  @HttpCode(200)
  @RequirePermission('recaps.write')
  @Answers('RecapComment[]')
  reopen(
    @Param('recapId', ParseUUIDPipe) recapId: string,
    @Param('id', ParseUUIDPipe) id: string,
    @CurrentStaff() staff: Me,
  ): Promise<RecapComment[]> {
    return this.comments.reopen(recapId, id, staff);
  }
}

import {
  Body,
  Controller,
  Get,
  HttpCode,
  Param,
  ParseIntPipe,
  ParseUUIDPipe,
  Post,
  Query,
} from '@nestjs/common';
import {
  Answers,
  ChangeStateBody,
  CurrentStaff,
  PageQuery,
  RequirePermission,
  Takes,
} from '@reihe/api-platform';
import type { Me, Session, SessionHistory } from '@reihe/shared-contracts';
import { SessionHistoryService } from './session-history.service';

@Controller('sessions/:id/versions')
export class SessionHistoryController {
  constructor(private readonly history: SessionHistoryService) {}

  @Get()
  @RequirePermission('programme.read')
  @Answers('SessionHistory')
  listVersions(@Param('id', ParseUUIDPipe) id: string, @Query() query: PageQuery): Promise<SessionHistory> {
    return this.history.list(id, query);
  }

  /** `version` of the body is the present one, as with any save. */
  @Post(':number/restore')
  @HttpCode(200)
  @RequirePermission('programme.write')
  @Takes('ChangeState')
  @Answers('Session')
  restore(
    @Param('id', ParseUUIDPipe) id: string,
    @Param('number', ParseIntPipe) number: number,
    @Body() body: ChangeStateBody,
    @CurrentStaff() staff: Me,
  ): Promise<Session> {
    return this.history.restore(id, number, body.version, staff);
  }
}

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
import { Answers, CurrentStaff, PageQuery, RequirePermission, Takes } from '@reihe/api-platform';
import type { ChangePreview, Me, Session } from '@reihe/shared-contracts';
import type { SessionHistory } from '@reihe/shared-planning';
import { RestoreSessionBody } from '../sessions/session.bodies';
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
  @Takes('RestoreSession')
  @Answers('Session')
  restore(
    @Param('id', ParseUUIDPipe) id: string,
    @Param('number', ParseIntPipe) number: number,
    @Body() body: RestoreSessionBody,
    @CurrentStaff() staff: Me,
  ): Promise<Session> {
    return this.history.restore(id, number, body, staff);
  }

  @Post(':number/restore/preview')
  @HttpCode(200)
  @RequirePermission('programme.write')
  @Takes('RestoreSession')
  @Answers('ChangePreview')
  previewRestore(
    @Param('id', ParseUUIDPipe) id: string,
    @Param('number', ParseIntPipe) number: number,
    @Body() body: RestoreSessionBody,
    @CurrentStaff() staff: Me,
  ): Promise<ChangePreview> {
    return this.history.previewRestore(id, number, body, staff);
  }
}

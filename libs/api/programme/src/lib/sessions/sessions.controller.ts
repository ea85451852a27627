import {
  Body,
  Controller,
  Get,
  HttpCode,
  Param,
  ParseUUIDPipe,
  Patch,
  Post,
  Put,
  Query,
} from '@nestjs/common';
import {
  Answers,
  ChangeStateBody,
  CurrentStaff,
  ReaderLanguage,
  RequirePermission,
  Takes,
} from '@reihe/api-platform';
import type { Language, Me, Page, Session, SessionListItem } from '@reihe/shared-contracts';
import { ReviseSession } from './revise-session';
import { CancelSessionBody, ReviseSessionBody, SaveSessionBody } from './session.bodies';
import { SessionStates } from './session-states.service';
import { SessionsQuery } from './sessions.query';
import { SessionsService } from './sessions.service';

@Controller('sessions')
export class SessionsController {
  constructor(
    private readonly sessions: SessionsService,
    private readonly states: SessionStates,
    private readonly revision: ReviseSession,
  ) {}

  @Get()
  @RequirePermission('programme.read')
  @Answers('Page<SessionListItem>')
  list(@Query() query: SessionsQuery, @ReaderLanguage() language: Language): Promise<Page<SessionListItem>> {
    return this.sessions.list(query, language);
  }

  @Get(':id')
  @RequirePermission('programme.read')
  @Answers('Session')
  get(@Param('id', ParseUUIDPipe) id: string): Promise<Session> {
    return this.sessions.get(id);
  }

  @Post()
  @RequirePermission('programme.write')
  @Takes('SaveSession')
  @Answers('Session', 201)
  create(@Body() body: SaveSessionBody, @CurrentStaff() staff: Me): Promise<Session> {
    return this.sessions.create(body, staff);
  }

  @Put(':id')
  @RequirePermission('programme.write')
  @Takes('SaveSession')
  @Answers('Session')
  save(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: SaveSessionBody,
    @CurrentStaff() staff: Me,
  ): Promise<Session> {
    return this.sessions.save(id, body, staff);
  }

  @Patch(':id')
  @RequirePermission('programme.write')
  @Takes('ReviseSession')
  @Answers('Session')
  revise(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: ReviseSessionBody,
    @CurrentStaff() staff: Me,
  ): Promise<Session> {
    return this.revision.revise(id, body, staff);
  }

  @Post(':id/publish')
  @HttpCode(200)
  @RequirePermission('programme.write')
  @Takes('ChangeState')
  @Answers('Session')
  publish(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: ChangeStateBody,
    @CurrentStaff() staff: Me,
  ): Promise<Session> {
    return this.states.publish(id, body.version, staff);
  }

  @Post(':id/hold')
  @HttpCode(200)
  @RequirePermission('programme.write')
  @Takes('ChangeState')
  @Answers('Session')
  hold(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: ChangeStateBody,
    @CurrentStaff() staff: Me,
  ): Promise<Session> {
    return this.states.hold(id, body.version, staff);
  }

  @Post(':id/cancel')
  @HttpCode(200)
  @RequirePermission('programme.write')
  @Takes('CancelSession')
  @Answers('Session')
  cancel(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: CancelSessionBody,
    @CurrentStaff() staff: Me,
  ): Promise<Session> {
    return this.states.cancel(id, body, staff);
  }
}

import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { Answers, CurrentStaff, ReaderLanguage, RequirePermission, Takes } from '@reihe/api-platform';
import type { Language, Me, SessionInvitation } from '@reihe/shared-contracts';
import { InviteSpeakersBody } from './invitation.bodies';
import { InvitationsService } from './invitations.service';

@Controller('sessions/:sessionId/invitations')
export class InvitationsController {
  constructor(private readonly invitations: InvitationsService) {}

  @Get()
  @RequirePermission('programme.read')
  @Answers('SessionInvitation[]')
  list(
    @Param('sessionId', ParseUUIDPipe) sessionId: string,
    @ReaderLanguage() language: Language,
  ): Promise<SessionInvitation[]> {
    return this.invitations.ofSession(sessionId, language);
  }

  @Post()
  @HttpCode(200)
  @RequirePermission('programme.write')
  @Takes('InviteSpeakers')
  @Answers('SessionInvitation[]')
  invite(
    @Param('sessionId', ParseUUIDPipe) sessionId: string,
    @Body() body: InviteSpeakersBody,
    @ReaderLanguage() language: Language,
    @CurrentStaff() staff: Me,
  ): Promise<SessionInvitation[]> {
    return this.invitations.invite(sessionId, body, language, staff);
  }
}

import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { Answers, CurrentStaff, RequirePermission, Takes } from '@reihe/api-platform';
import type { ChangePreview, Me, PendingChangeAnswer, Session } from '@reihe/shared-contracts';
import { CancelSessionBody, SaveSessionBody } from '../sessions/session.bodies';
import { RehearseChange } from './rehearse-change';
import { UndoChange } from './undo-change';

@Controller('sessions/:id')
export class ChangesController {
  constructor(
    private readonly rehearsal: RehearseChange,
    private readonly changes: UndoChange,
  ) {}

  @Post('changes/preview')
  @HttpCode(200)
  @RequirePermission('programme.write')
  @Takes('SaveSession')
  @Answers('ChangePreview')
  previewSave(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: SaveSessionBody,
    @CurrentStaff() staff: Me,
  ): Promise<ChangePreview> {
    return this.rehearsal.ofSave(id, body, staff);
  }

  @Post('cancel/preview')
  @HttpCode(200)
  @RequirePermission('programme.write')
  @Takes('CancelSession')
  @Answers('ChangePreview')
  previewCancellation(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: CancelSessionBody,
    @CurrentStaff() staff: Me,
  ): Promise<ChangePreview> {
    return this.rehearsal.ofCancellation(id, body, staff);
  }

  @Get('changes/pending')
  @RequirePermission('programme.read')
  @Answers('PendingChangeAnswer')
  pending(@Param('id', ParseUUIDPipe) id: string): Promise<PendingChangeAnswer> {
    return this.changes.pending(id);
  }

  @Post('changes/:changeId/undo')
  @HttpCode(200)
  @RequirePermission('programme.write')
  @Answers('Session')
  undo(
    @Param('id', ParseUUIDPipe) id: string,
    @Param('changeId', ParseUUIDPipe) changeId: string,
    @CurrentStaff() staff: Me,
  ): Promise<Session> {
    return this.changes.undo(id, changeId, staff);
  }
}

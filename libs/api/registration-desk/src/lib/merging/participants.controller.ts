import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import {
  Answers,
  AnswersNothing,
  CurrentStaff,
  ReaderLanguage,
  RequirePermission,
  Takes,
} from '@reihe/api-platform';
import type { Language, Me } from '@reihe/shared-contracts';
import type { LikelyPair, MergePreview, ParticipantHistory } from '@reihe/shared-registration';
import { RegistrationsQuery } from '../list/registrations.query';
import { MergeParticipants } from './merge-participants';
import { AskMergeBody, MergeParticipantsBody } from './participants.bodies';
import { Participants } from './participants.service';

@Controller('registration-desk')
export class ParticipantsController {
  constructor(
    private readonly participants: Participants,
    private readonly merges: MergeParticipants,
  ) {}

  @Get('duplicates')
  @RequirePermission('registrations.read')
  @Answers('LikelyPair[]')
  listLikelyPairs(@Query() query: RegistrationsQuery): Promise<LikelyPair[]> {
    return this.participants.likelyPairs(query);
  }

  @Get('participants/:id')
  @RequirePermission('registrations.read')
  @Answers('ParticipantHistory')
  readParticipant(
    @Param('id', ParseUUIDPipe) id: string,
    @ReaderLanguage() language: Language,
  ): Promise<ParticipantHistory> {
    return this.participants.history(id, language);
  }

  @Post('participants/:id/merge/preview')
  @HttpCode(200)
  @RequirePermission('registrations.write')
  @Takes('AskMerge')
  @Answers('MergePreview')
  previewMerge(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { absorbedId }: AskMergeBody,
    @ReaderLanguage() language: Language,
    @CurrentStaff() staff: Me,
  ): Promise<MergePreview> {
    return this.merges.preview(id, absorbedId, language, staff);
  }

  @Post('participants/:id/merge')
  @HttpCode(204)
  @RequirePermission('registrations.write')
  @Takes('MergeParticipants')
  @AnswersNothing()
  mergeParticipants(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: MergeParticipantsBody,
    @CurrentStaff() staff: Me,
  ): Promise<void> {
    return this.merges.merge(id, body, staff);
  }
}

import { Body, Controller, Get, Param, ParseUUIDPipe, Put, Query } from '@nestjs/common';
import { Answers, CurrentStaff, ReaderLanguage, RequirePermission, Takes } from '@reihe/api-platform';
import type { Language, Me, Page } from '@reihe/shared-contracts';
import type { BoardCard, BoardSession, RecapAssignment } from '@reihe/shared-editorial';
import { AssignRecapBody, BoardCardsQuery, BoardSessionsQuery } from './board.bodies';
import { Board } from './board.service';

@Controller('recap-desk')
export class BoardController {
  constructor(private readonly board: Board) {}

  @Get('cards')
  @RequirePermission('recaps.read')
  @Answers('Page<BoardCard>')
  cards(
    @Query() query: BoardCardsQuery,
    @ReaderLanguage() language: Language,
    @CurrentStaff() staff: Me,
  ): Promise<Page<BoardCard>> {
    return this.board.cards(query, language, staff);
  }

  @Get('sessions')
  @RequirePermission('recaps.read')
  @Answers('Page<BoardSession>')
  sessions(
    @Query() query: BoardSessionsQuery,
    @ReaderLanguage() language: Language,
  ): Promise<Page<BoardSession>> {
    return this.board.sessions(query, language);
  }

  @Put('recaps/:id/assignment')
  @RequirePermission('recaps.write')
  @Takes('AssignRecap')
  @Answers('RecapAssignment')
  assign(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: AssignRecapBody,
    @CurrentStaff() staff: Me,
  ): Promise<RecapAssignment> {
    return this.board.assign(id, body, staff);
  }
}

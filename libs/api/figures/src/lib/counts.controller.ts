import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Post, Put } from '@nestjs/common';
import {
  Answers,
  AnswersNothing,
  CurrentStaff,
  ReaderLanguage,
  RequirePermission,
  Takes,
} from '@reihe/api-platform';
import type { CountsOverview, Language, Me, SeriesFigures, StatedCount } from '@reihe/shared-contracts';
import type { SelectionFigures } from '@reihe/shared-editorial';
import { SelectSessionsBody, StateCountBody } from './counts.bodies';
import { CountsService } from './counts.service';

@Controller()
export class CountsController {
  constructor(private readonly counts: CountsService) {}

  @Get('sessions/:id/counts')
  @RequirePermission('figures.read')
  @Answers('CountsOverview')
  ofSession(@Param('id', ParseUUIDPipe) id: string): Promise<CountsOverview> {
    return this.counts.overview({ kind: 'session', id });
  }

  @Post('sessions/:id/counts')
  @RequirePermission('figures.write')
  @Takes('StateCount')
  @Answers('StatedCount', 201)
  stateForSession(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: StateCountBody,
    @CurrentStaff() staff: Me,
  ): Promise<StatedCount> {
    return this.counts.state({ kind: 'session', id }, body, staff);
  }

  @Get('series/:id/counts')
  @RequirePermission('figures.read')
  @Answers('CountsOverview')
  ofSeries(@Param('id', ParseUUIDPipe) id: string): Promise<CountsOverview> {
    return this.counts.overview({ kind: 'series', id });
  }

  @Post('series/:id/counts')
  @RequirePermission('figures.write')
  @Takes('StateCount')
  @Answers('StatedCount', 201)
  stateForSeries(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: StateCountBody,
    @CurrentStaff() staff: Me,
  ): Promise<StatedCount> {
    return this.counts.state({ kind: 'series', id }, body, staff);
  }

  @Get('series/:id/figures')
  @RequirePermission('figures.read')
  @Answers('SeriesFigures')
  seriesFigures(
    @Param('id', ParseUUIDPipe) id: string,
    @ReaderLanguage() language: Language,
  ): Promise<SeriesFigures> {
    return this.counts.seriesFigures(id, language);
  }

  /** Asks only; a body, for fifty ids are too long for an address. */
  @Post('series/:id/figures/selection')
  @HttpCode(200)
  @RequirePermission('figures.read')
  @Takes('SelectSessions')
  @Answers('SelectionFigures')
  selectionFigures(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { sessionIds }: SelectSessionsBody,
  ): Promise<SelectionFigures> {
    return this.counts.selectionFigures(id, sessionIds);
  }

  @Put('counts/:id')
  @RequirePermission('figures.write')
  @Takes('StateCount')
  @Answers('StatedCount')
  change(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: StateCountBody,
    @CurrentStaff() staff: Me,
  ): Promise<StatedCount> {
    return this.counts.change(id, body, staff);
  }

  @Delete('counts/:id')
  @HttpCode(204)
  @RequirePermission('figures.write')
  @AnswersNothing()
  remove(@Param('id', ParseUUIDPipe) id: string, @CurrentStaff() staff: Me): Promise<void> {
    return this.counts.remove(id, staff);
  }
}

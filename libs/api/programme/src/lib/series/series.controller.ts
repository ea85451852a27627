import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  Param,
  ParseUUIDPipe,
  Post,
  Put,
  Query,
} from '@nestjs/common';
import {
  Answers,
  AnswersNothing,
  ChangeStateBody,
  CurrentStaff,
  ReaderLanguage,
  RequirePermission,
  Takes,
} from '@reihe/api-platform';
import type { Language, Me, Page, Series, SeriesListItem } from '@reihe/shared-contracts';
import { SaveSeriesBody, SeriesQuery } from './series.bodies';
import { SeriesService } from './series.service';

@Controller('series')
export class SeriesController {
  constructor(private readonly series: SeriesService) {}

  @Get()
  @RequirePermission('programme.read')
  @Answers('Page<SeriesListItem>')
  list(@Query() query: SeriesQuery, @ReaderLanguage() language: Language): Promise<Page<SeriesListItem>> {
    return this.series.list(query, language);
  }

  @Get(':id')
  @RequirePermission('programme.read')
  @Answers('Series')
  get(@Param('id', ParseUUIDPipe) id: string): Promise<Series> {
    return this.series.get(id);
  }

  @Post()
  @RequirePermission('programme.write')
  @Takes('SaveSeries')
  @Answers('Series', 201)
  create(@Body() body: SaveSeriesBody, @CurrentStaff() staff: Me): Promise<Series> {
    return this.series.create(body, staff);
  }

  @Put(':id')
  @RequirePermission('programme.write')
  @Takes('SaveSeries')
  @Answers('Series')
  save(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: SaveSeriesBody,
    @CurrentStaff() staff: Me,
  ): Promise<Series> {
    return this.series.save(id, body, staff);
  }

  @Post(':id/publish')
  @HttpCode(200)
  @RequirePermission('programme.write')
  @Takes('ChangeState')
  @Answers('Series')
  publish(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: ChangeStateBody,
    @CurrentStaff() staff: Me,
  ): Promise<Series> {
    return this.series.publish(id, body.version, staff);
  }

  @Delete(':id')
  @HttpCode(204)
  @RequirePermission('programme.write')
  @AnswersNothing()
  remove(@Param('id', ParseUUIDPipe) id: string, @CurrentStaff() staff: Me): Promise<void> {
    return this.series.remove(id, staff);
  }
}

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
  CurrentStaff,
  ReaderLanguage,
  RequirePermission,
  Takes,
} from '@reihe/api-platform';
import type { Language, Me, Page, Speaker, SpeakerDuplicates, SpeakerPage } from '@reihe/shared-contracts';
import { MergeSpeakers } from './merge-speakers';
import { MergeSpeakersBody, SaveSpeakerBody, SpeakersQuery, SplitSpeakersBody } from './speaker.bodies';
import { SpeakersService } from './speakers.service';

@Controller('speakers')
export class SpeakersController {
  constructor(
    private readonly speakers: SpeakersService,
    private readonly merges: MergeSpeakers,
  ) {}

  @Get()
  @RequirePermission('programme.read')
  @Answers('Page<Speaker>')
  list(@Query() query: SpeakersQuery, @ReaderLanguage() language: Language): Promise<Page<Speaker>> {
    return this.speakers.list(query, language);
  }

  @Get('duplicates')
  @RequirePermission('programme.read')
  @Answers('SpeakerDuplicates')
  duplicates(): Promise<SpeakerDuplicates> {
    return this.speakers.duplicates();
  }

  @Get(':id')
  @RequirePermission('programme.read')
  @Answers('Speaker')
  get(@Param('id', ParseUUIDPipe) id: string): Promise<Speaker> {
    return this.speakers.get(id);
  }

  @Get(':id/page')
  @RequirePermission('programme.read')
  @Answers('SpeakerPage')
  page(@Param('id', ParseUUIDPipe) id: string, @ReaderLanguage() language: Language): Promise<SpeakerPage> {
    return this.speakers.page(id, language);
  }

  @Post(':id/merge')
  @HttpCode(200)
  @RequirePermission('programme.write')
  @Takes('MergeSpeakers')
  @Answers('Speaker')
  merge(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: MergeSpeakersBody,
    @CurrentStaff() staff: Me,
  ): Promise<Speaker> {
    return this.merges.merge(id, body, staff);
  }

  @Post(':id/split')
  @HttpCode(200)
  @RequirePermission('programme.write')
  @Takes('SplitSpeakers')
  @Answers('Speaker')
  split(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: SplitSpeakersBody,
    @CurrentStaff() staff: Me,
  ): Promise<Speaker> {
    return this.merges.split(id, body, staff);
  }

  @Post()
  @RequirePermission('programme.write')
  @Takes('SaveSpeaker')
  @Answers('Speaker', 201)
  create(@Body() body: SaveSpeakerBody, @CurrentStaff() staff: Me): Promise<Speaker> {
    return this.speakers.create(body, staff);
  }

  @Put(':id')
  @RequirePermission('programme.write')
  @Takes('SaveSpeaker')
  @Answers('Speaker')
  save(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: SaveSpeakerBody,
    @CurrentStaff() staff: Me,
  ): Promise<Speaker> {
    return this.speakers.save(id, body, staff);
  }

  @Delete(':id')
  @HttpCode(204)
  @RequirePermission('programme.write')
  @AnswersNothing()
  remove(@Param('id', ParseUUIDPipe) id: string, @CurrentStaff() staff: Me): Promise<void> {
    return this.speakers.remove(id, staff);
  }
}

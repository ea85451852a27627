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
  PageQuery,
  RequirePermission,
  Takes,
} from '@reihe/api-platform';
import type { Me, Page, Speaker } from '@reihe/shared-contracts';
import { SaveSpeakerBody } from './speaker.bodies';
import { SpeakersService } from './speakers.service';

@Controller('speakers')
export class SpeakersController {
  constructor(private readonly speakers: SpeakersService) {}

  @Get()
  @RequirePermission('programme.read')
  @Answers('Page<Speaker>')
  list(@Query() query: PageQuery): Promise<Page<Speaker>> {
    return this.speakers.list(query);
  }

  @Get(':id')
  @RequirePermission('programme.read')
  @Answers('Speaker')
  get(@Param('id', ParseUUIDPipe) id: string): Promise<Speaker> {
    return this.speakers.get(id);
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

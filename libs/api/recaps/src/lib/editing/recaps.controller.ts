import {
  Body,
  Controller,
  Get,
  HttpCode,
  Param,
  ParseIntPipe,
  ParseUUIDPipe,
  Post,
  Put,
  Query,
} from '@nestjs/common';
import { Answers, CurrentStaff, ReaderLanguage, RequirePermission, Takes } from '@reihe/api-platform';
import type { Language, Me, Page } from '@reihe/shared-contracts';
import type { Recap, RecapListItem, RecapRevisionContent } from '@reihe/shared-editorial';
import { PublishRecap } from '../workflow/publish-recap';
import { ConfirmTranslationParts } from './confirm-translation';
import {
  ChangeRecapStateBody,
  ConfirmTranslationBody,
  RecapsQuery,
  ReviewTranslationBody,
  SaveRecapBody,
} from './recap.bodies';
import { RecapsService } from './recaps.service';
import { ReviewTranslation } from './review-translation';

@Controller('recaps')
export class RecapsController {
  constructor(
    private readonly recaps: RecapsService,
    private readonly publishing: PublishRecap,
    private readonly translations: ConfirmTranslationParts,
    private readonly reviews: ReviewTranslation,
  ) {}

  @Get()
  @RequirePermission('recaps.read')
  @Answers('Page<RecapListItem>')
  list(@Query() query: RecapsQuery, @ReaderLanguage() language: Language): Promise<Page<RecapListItem>> {
    return this.recaps.list(query, language);
  }

  @Get(':id')
  @RequirePermission('recaps.read')
  @Answers('Recap')
  get(@Param('id', ParseUUIDPipe) id: string): Promise<Recap> {
    return this.recaps.get(id);
  }

  @Post()
  @RequirePermission('recaps.write')
  @Takes('SaveRecap')
  @Answers('Recap', 201)
  create(@Body() body: SaveRecapBody, @CurrentStaff() staff: Me): Promise<Recap> {
    return this.recaps.create(body, staff);
  }

  @Put(':id')
  @RequirePermission('recaps.write')
  @Takes('SaveRecap')
  @Answers('Recap')
  save(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: SaveRecapBody,
    @CurrentStaff() staff: Me,
  ): Promise<Recap> {
    return this.recaps.save(id, body, staff);
  }

  @Post(':id/confirm-translation')
  @HttpCode(200)
  @RequirePermission('recaps.write')
  @Takes('ConfirmTranslation')
  @Answers('Recap')
  confirmTranslation(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: ConfirmTranslationBody,
    @CurrentStaff() staff: Me,
  ): Promise<Recap> {
    return this.translations.confirm(id, body, staff);
  }

  @Post(':id/review-translation')
  @HttpCode(200)
  @RequirePermission('recaps.publish')
  @Takes('ReviewTranslation')
  @Answers('Recap')
  reviewTranslation(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: ReviewTranslationBody,
    @CurrentStaff() staff: Me,
  ): Promise<Recap> {
    return this.reviews.review(id, body, staff);
  }

  @Get(':id/revisions/:number')
  @RequirePermission('recaps.read')
  @Answers('RecapRevisionContent')
  getRevision(
    @Param('id', ParseUUIDPipe) id: string,
    @Param('number', ParseIntPipe) number: number,
  ): Promise<RecapRevisionContent> {
    return this.publishing.revision(id, number);
  }

  @Post(':id/revisions/:number/restore')
  @HttpCode(200)
  @RequirePermission('recaps.write')
  @Takes('ChangeState')
  @Answers('Recap')
  restore(
    @Param('id', ParseUUIDPipe) id: string,
    @Param('number', ParseIntPipe) number: number,
    @Body() body: ChangeRecapStateBody,
    @CurrentStaff() staff: Me,
  ): Promise<Recap> {
    return this.publishing.restore(id, number, body.version, staff);
  }
}

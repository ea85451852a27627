import { Body, Controller, Get, Header, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import {
  Answers,
  CurrentStaff,
  ForEveryone,
  NotCached,
  ReaderLanguage,
  RequirePermission,
  Takes,
} from '@reihe/api-platform';
import { RecapPageQuery } from '@reihe/api-recap-reading';
import type { Language, Me } from '@reihe/shared-contracts';
import type { OpenedPreview, RecapPreview, RecapPreviewPage } from '@reihe/shared-editorial';
import { OpenPreviewBody } from './previews.bodies';
import { Previews } from './previews.service';

@Controller('recaps/:recapId/previews')
export class PreviewsController {
  constructor(private readonly previews: Previews) {}

  @Get()
  @RequirePermission('recaps.write')
  @Answers('RecapPreview[]')
  list(@Param('recapId', ParseUUIDPipe) recapId: string): Promise<RecapPreview[]> {
    return this.previews.list(recapId);
  }

  @Post()
  @RequirePermission('recaps.write')
  @Takes('OpenPreview')
  @Answers('OpenedPreview', 201)
  make(
    @Param('recapId', ParseUUIDPipe) recapId: string,
    @Body() body: OpenPreviewBody,
    @CurrentStaff() staff: Me,
  ): Promise<OpenedPreview> {
    return this.previews.make(recapId, body.days, staff);
  }

  @Post(':id/revoke')
  @HttpCode(200)
  @RequirePermission('recaps.write')
  @Answers('RecapPreview[]')
  revoke(
    @Param('recapId', ParseUUIDPipe) recapId: string,
    @Param('id', ParseUUIDPipe) id: string,
    @CurrentStaff() staff: Me,
  ): Promise<RecapPreview[]> {
    return this.previews.revoke(recapId, id, staff);
  }
}

/** For whoever has the address: for no cache, and for no search engine. */
@Controller('pages/recap-previews')
export class PreviewPagesController {
  constructor(private readonly previews: Previews) {}

  @Get(':token')
  @ForEveryone()
  @NotCached()
  @Header('X-Robots-Tag', 'noindex')
  @Answers('RecapPreviewPage')
  page(
    @Param('token') token: string,
    @Query() _query: RecapPageQuery,
    @ReaderLanguage() language: Language,
  ): Promise<RecapPreviewPage> {
    return this.previews.page(token, language);
  }
}

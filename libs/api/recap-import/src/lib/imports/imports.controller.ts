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
import { ApiBody, ApiConsumes } from '@nestjs/swagger';
import { ReceivedBytes } from '@reihe/api-media';
import {
  Answers,
  AnswersNothing,
  ChangeStateBody,
  CurrentStaff,
  PageQuery,
  ReaderLanguage,
  RequirePermission,
  Takes,
} from '@reihe/api-platform';
import type { Language, Me, Page } from '@reihe/shared-contracts';
import type { ImportArticle, RecapImport, RecapOrigins } from '@reihe/shared-editorial';
import { Origins } from '../origins/origins.service';
import {
  BeginRecapImportBody,
  ChangeImportArticleBody,
  ChangeImportArticlesBody,
  FetchFeedBody,
  FilePartQuery,
  RunRecapImportBody,
} from './imports.bodies';
import { RecapImports } from './imports.service';

/** Recaps from elsewhere: a file that comes in parts, what is in it, and what becomes of it. */
@Controller('recap-imports')
export class RecapImportsController {
  constructor(
    private readonly imports: RecapImports,
    private readonly origins: Origins,
  ) {}

  @Get()
  @RequirePermission('recaps.write')
  @Answers('RecapImport[]')
  latest(): Promise<RecapImport[]> {
    return this.imports.latest();
  }

  @Post()
  @RequirePermission('recaps.write')
  @Takes('BeginRecapImport')
  @Answers('RecapImport', 201)
  begin(@Body() body: BeginRecapImportBody, @CurrentStaff() staff: Me): Promise<RecapImport> {
    return this.imports.begin(body, staff);
  }

  @Post('feed')
  @RequirePermission('recaps.write')
  @Takes('FetchFeed')
  @Answers('RecapImport', 201)
  fetchFeed(@Body() body: FetchFeedBody, @CurrentStaff() staff: Me): Promise<RecapImport> {
    return this.imports.fetchFeed(body, staff);
  }

  @Get('origins/:recapId')
  @RequirePermission('recaps.read')
  @Answers('RecapOrigins')
  originsOf(@Param('recapId', ParseUUIDPipe) recapId: string): Promise<RecapOrigins> {
    return this.origins.of(recapId);
  }

  @Get(':id')
  @RequirePermission('recaps.write')
  @Answers('RecapImport')
  get(@Param('id', ParseUUIDPipe) id: string): Promise<RecapImport> {
    return this.imports.get(id);
  }

  @Delete(':id')
  @HttpCode(204)
  @RequirePermission('recaps.write')
  @AnswersNothing()
  drop(@Param('id', ParseUUIDPipe) id: string): Promise<void> {
    return this.imports.drop(id);
  }

  @Put(':id/file')
  @RequirePermission('recaps.write')
  @ApiConsumes('application/octet-stream')
  @ApiBody({ schema: { type: 'string', format: 'binary' } })
  @Answers('RecapImport')
  receive(
    @Param('id', ParseUUIDPipe) id: string,
    @Query() { offset }: FilePartQuery,
    @ReceivedBytes() bytes: Uint8Array,
  ): Promise<RecapImport> {
    return this.imports.receive(id, offset, bytes);
  }

  @Get(':id/articles')
  @RequirePermission('recaps.write')
  @Answers('Page<ImportArticle>')
  articles(
    @Param('id', ParseUUIDPipe) id: string,
    @Query() query: PageQuery,
    @ReaderLanguage() language: Language,
  ): Promise<Page<ImportArticle>> {
    return this.imports.articles(id, query, language);
  }

  @Put(':id/articles')
  @RequirePermission('recaps.write')
  @Takes('ChangeImportArticles')
  @Answers('RecapImport')
  changeArticles(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: ChangeImportArticlesBody,
  ): Promise<RecapImport> {
    return this.imports.changeArticles(id, body);
  }

  @Put(':id/articles/:articleId')
  @HttpCode(204)
  @RequirePermission('recaps.write')
  @Takes('ChangeImportArticle')
  @AnswersNothing()
  changeArticle(
    @Param('id', ParseUUIDPipe) id: string,
    @Param('articleId', ParseUUIDPipe) articleId: string,
    @Body() body: ChangeImportArticleBody,
  ): Promise<void> {
    return this.imports.changeArticle(id, articleId, body);
  }

  @Post(':id/run')
  @HttpCode(200)
  @RequirePermission('recaps.write')
  @Takes('RunRecapImport')
  @Answers('RecapImport')
  run(@Param('id', ParseUUIDPipe) id: string, @Body() body: RunRecapImportBody): Promise<RecapImport> {
    return this.imports.run(id, body);
  }

  @Post(':id/undo')
  @HttpCode(200)
  @RequirePermission('recaps.write')
  @Takes('ChangeState')
  @Answers('RecapImport')
  undo(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { version }: ChangeStateBody,
    @CurrentStaff() staff: Me,
  ): Promise<RecapImport> {
    return this.imports.undo(id, version, staff);
  }
}

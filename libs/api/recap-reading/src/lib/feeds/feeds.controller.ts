import { Controller, Get, Param, Res } from '@nestjs/common';
import { ApiProduces } from '@nestjs/swagger';
import { CacheFor, DomainError, ForEveryone } from '@reihe/api-platform';
import {
  FEED_FORMATS,
  FEED_TYPES,
  type FeedFormat,
  type FeedOf,
  isLanguage,
  type Language,
} from '@reihe/shared-contracts';
import type { Response } from 'express';
import { RecapFeeds } from './recap-feeds.service';

/** A recap that is published shows within five seconds; asking again costs a reader that has the same nearly nothing. */
const SECONDS = 3;

const FILE = ':language.:format';

@Controller('feeds')
@ForEveryone()
export class FeedsController {
  constructor(private readonly feeds: RecapFeeds) {}

  @Get(`recaps.${FILE}`)
  @ApiProduces(...Object.values(FEED_TYPES))
  @CacheFor(SECONDS)
  recaps(
    @Param('language') language: string,
    @Param('format') format: string,
    @Res({ passthrough: true }) response: Response,
  ): Promise<string> {
    return this.answer(languageOf(language), formatOf(format), null, response);
  }

  @Get(`series/:slug/recaps.${FILE}`)
  @ApiProduces(...Object.values(FEED_TYPES))
  @CacheFor(SECONDS)
  recapsOfSeries(
    @Param('slug') slug: string,
    @Param('language') language: string,
    @Param('format') format: string,
    @Res({ passthrough: true }) response: Response,
  ): Promise<string> {
    return this.answer(languageOf(language), formatOf(format), { kind: 'series', slug }, response);
  }

  @Get(`categories/:slug/recaps.${FILE}`)
  @ApiProduces(...Object.values(FEED_TYPES))
  @CacheFor(SECONDS)
  recapsOfCategory(
    @Param('slug') slug: string,
    @Param('language') language: string,
    @Param('format') format: string,
    @Res({ passthrough: true }) response: Response,
  ): Promise<string> {
    return this.answer(languageOf(language), formatOf(format), { kind: 'categories', slug }, response);
  }

  /** Express makes the ETag of the text, and answers 304 to who has the same. */
  private async answer(
    language: Language,
    format: FeedFormat,
    of: FeedOf | null,
    response: Response,
  ): Promise<string> {
    const { text, changedAt } = await this.feeds.read(language, format, of);
    response.setHeader('Content-Type', `${FEED_TYPES[format]}; charset=utf-8`);
    response.setHeader('Last-Modified', changedAt.toUTCString());
    return text;
  }
}

function languageOf(part: string): Language {
  if (!isLanguage(part)) throw new DomainError('request.not-found', 404);
  return part;
}

function formatOf(part: string): FeedFormat {
  const format = FEED_FORMATS.find((known) => known === part);
  if (!format) throw new DomainError('request.not-found', 404);
  return format;
}

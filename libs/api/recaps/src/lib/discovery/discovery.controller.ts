import { Controller, Get, Header, Param } from '@nestjs/common';
import { ApiProduces } from '@nestjs/swagger';
import { CacheFor, DomainError, ForEveryone } from '@reihe/api-platform';
import { isLanguage } from '@reihe/shared-contracts';
import { RecapFeed } from './recap-feed';
import { SiteMap } from './site-map';

const TEN_MINUTES = 600;

@Controller()
export class DiscoveryController {
  constructor(
    private readonly recapFeed: RecapFeed,
    private readonly siteMap: SiteMap,
  ) {}

  @Get('feeds/recaps.:language.xml')
  @ForEveryone()
  @ApiProduces('application/atom+xml')
  @Header('Content-Type', 'application/atom+xml; charset=utf-8')
  @CacheFor(TEN_MINUTES)
  feed(@Param('language') language: string): Promise<string> {
    if (!isLanguage(language)) throw new DomainError('request.not-found', 404);
    return this.recapFeed.atom(language);
  }

  @Get('sitemap.xml')
  @ForEveryone()
  @ApiProduces('application/xml')
  @Header('Content-Type', 'application/xml; charset=utf-8')
  @CacheFor(TEN_MINUTES)
  sitemap(): Promise<string> {
    return this.siteMap.xml();
  }

  @Get('robots.txt')
  @ForEveryone()
  @ApiProduces('text/plain')
  @Header('Content-Type', 'text/plain; charset=utf-8')
  robots(): string {
    return this.siteMap.robots();
  }
}

import { Controller, Get, Header } from '@nestjs/common';
import { ApiProduces } from '@nestjs/swagger';
import { CacheFor, ForEveryone } from '@reihe/api-platform';
import { SiteMap } from './site-map';

/** As for feeds: what is published is in the map within five seconds. */
const SECONDS = 3;

@Controller()
export class DiscoveryController {
  constructor(private readonly siteMap: SiteMap) {}

  @Get('sitemap.xml')
  @ForEveryone()
  @ApiProduces('application/xml')
  @Header('Content-Type', 'application/xml; charset=utf-8')
  @CacheFor(SECONDS)
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

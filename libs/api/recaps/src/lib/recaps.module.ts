import { Module } from '@nestjs/common';
import { RecapPagesController } from './reading/recap-pages.controller';
import { RecapPagesRepository } from './reading/recap-pages.repository';
import { RecapPages } from './reading/recap-pages.service';

@Module({
  controllers: [RecapPagesController],
  providers: [RecapPages, RecapPagesRepository],
})
export class RecapsModule {}

/** Addresses outside of the API's prefix. */
export const recapsRootRoutes = ['/feeds/recaps.:language.xml', '/sitemap.xml', '/robots.txt'];

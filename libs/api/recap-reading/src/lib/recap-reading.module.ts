import { Module } from '@nestjs/common';
import { MediaModule } from '@reihe/api-media';
import { DiscoveryController } from './discovery/discovery.controller';
import { DiscoveryRepository } from './discovery/discovery.repository';
import { SiteMap } from './discovery/site-map';
import { FeedsController } from './feeds/feeds.controller';
import { FeedsRepository } from './feeds/feeds.repository';
import { RecapFeeds } from './feeds/recap-feeds.service';
import { RecapsPageController } from './list/recaps-page.controller';
import { RecapsPageRepository } from './list/recaps-page.repository';
import { RecapsPages } from './list/recaps-page.service';
import { RecapPagesController } from './pages/recap-pages.controller';
import { RecapPagesRepository } from './pages/recap-pages.repository';
import { RecapPages } from './pages/recap-pages.service';
import { SocialImagesController } from './social/social-images.controller';
import { SocialImagesRepository } from './social/social-images.repository';
import { SocialImages } from './social/social-images.service';

/** Recaps as readers, search engines, feeds and other sites find them. */
@Module({
  imports: [MediaModule],
  controllers: [
    RecapsPageController,
    RecapPagesController,
    FeedsController,
    SocialImagesController,
    DiscoveryController,
  ],
  providers: [
    RecapsPages,
    RecapsPageRepository,
    RecapPages,
    RecapPagesRepository,
    RecapFeeds,
    FeedsRepository,
    SocialImages,
    SocialImagesRepository,
    SiteMap,
    DiscoveryRepository,
  ],
  exports: [RecapPages],
})
export class RecapReadingModule {}

/** Addresses outside of the API's prefix. */
export const recapReadingRootRoutes = [
  '/feeds/recaps.:language.:format',
  '/feeds/series/:slug/recaps.:language.:format',
  '/feeds/categories/:slug/recaps.:language.:format',
  '/media/recaps/:id/:file',
  '/sitemap.xml',
  '/robots.txt',
];

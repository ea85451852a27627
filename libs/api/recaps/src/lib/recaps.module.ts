import { Module } from '@nestjs/common';
import { DiscoveryController } from './discovery/discovery.controller';
import { DiscoveryRepository } from './discovery/discovery.repository';
import { RecapFeed } from './discovery/recap-feed';
import { SiteMap } from './discovery/site-map';
import { DraftFromSession } from './editing/draft-from-session';
import { OpenRecap } from './editing/open-recap';
import { PublishRecap } from './editing/publish-recap';
import { RecapAddressesRepository } from './editing/recap-addresses.repository';
import { RecapRevisionsRepository } from './editing/recap-revisions.repository';
import { RecapsController } from './editing/recaps.controller';
import { RecapsRepository } from './editing/recaps.repository';
import { RecapsService } from './editing/recaps.service';
import { ReviewRecap } from './editing/review-recap';
import { SessionRecordsRepository } from './editing/session-records.repository';
import { WorkingCopy } from './editing/working-copy';
import { RecapPagesController } from './reading/recap-pages.controller';
import { RecapPagesRepository } from './reading/recap-pages.repository';
import { RecapPages } from './reading/recap-pages.service';

@Module({
  controllers: [RecapsController, RecapPagesController, DiscoveryController],
  providers: [
    RecapsService,
    OpenRecap,
    WorkingCopy,
    ReviewRecap,
    PublishRecap,
    DraftFromSession,
    RecapsRepository,
    RecapAddressesRepository,
    RecapRevisionsRepository,
    SessionRecordsRepository,
    RecapPages,
    RecapPagesRepository,
    RecapFeed,
    SiteMap,
    DiscoveryRepository,
  ],
})
export class RecapsModule {}

/** Addresses outside of the API's prefix. */
export const recapsRootRoutes = ['/feeds/recaps.:language.xml', '/sitemap.xml', '/robots.txt'];

import { Module } from '@nestjs/common';
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

@Module({
  controllers: [RecapsController],
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
  ],
})
export class RecapsModule {}

import { Module } from '@nestjs/common';
import { MailModule } from '@reihe/api-mail';
import { MediaModule } from '@reihe/api-media';
import { FORM_FIELDS } from '@reihe/api-platform';
import { InvitationMail } from './invitations/invitation-mail';
import { InvitationsController } from './invitations/invitations.controller';
import { InvitationsRepository } from './invitations/invitations.repository';
import { InvitationsService } from './invitations/invitations.service';
import { MyInvitationsService } from './invitations/my-invitations';
import { MyInvitationsController } from './invitations/my-invitations.controller';
import { MyProfileService } from './invitations/my-profile';
import { SPEAKER_FORM_FIELDS, SpeakerForms } from './invitations/speaker-forms';
import { SpeakerLinks } from './invitations/speaker-links';
import { SpeakerPageController } from './invitations/speaker-page.controller';
import { MergeSpeakers } from './speakers/merge-speakers';
import { MergeSpeakersRepository } from './speakers/merge-speakers.repository';
import { SpeakerPhotos } from './speakers/speaker-photos';
import { SpeakersController } from './speakers/speakers.controller';
import { SpeakersRepository } from './speakers/speakers.repository';
import { SpeakersService } from './speakers/speakers.service';
import { CategoriesRepository } from './taxonomy/categories.repository';
import { RegionsRepository } from './taxonomy/regions.repository';
import { CategoriesController, RegionsController } from './taxonomy/taxonomy.controller';
import { CategoriesService, RegionsService } from './taxonomy/taxonomy.services';

/** Whom and what every series refers to: speakers and what they are asked, regions, categories. */
@Module({
  imports: [MailModule, MediaModule],
  controllers: [
    SpeakersController,
    InvitationsController,
    MyInvitationsController,
    SpeakerPageController,
    CategoriesController,
    RegionsController,
  ],
  providers: [
    SpeakersService,
    SpeakersRepository,
    SpeakerPhotos,
    MergeSpeakers,
    MergeSpeakersRepository,
    InvitationsService,
    InvitationsRepository,
    InvitationMail,
    MyInvitationsService,
    MyProfileService,
    SpeakerForms,
    SpeakerLinks,
    { provide: FORM_FIELDS, useValue: SPEAKER_FORM_FIELDS },
    CategoriesService,
    CategoriesRepository,
    RegionsService,
    RegionsRepository,
  ],
})
export class DirectoryModule {}

import { Module } from '@nestjs/common';
import { SpeakersController } from './speakers/speakers.controller';
import { SpeakersRepository } from './speakers/speakers.repository';
import { SpeakersService } from './speakers/speakers.service';
import { CategoriesRepository } from './taxonomy/categories.repository';
import { RegionsRepository } from './taxonomy/regions.repository';
import { CategoriesController, RegionsController } from './taxonomy/taxonomy.controller';
import { CategoriesService, RegionsService } from './taxonomy/taxonomy.services';

/** Whom and what every series refers to: speakers, regions, categories. */
@Module({
  controllers: [SpeakersController, CategoriesController, RegionsController],
  providers: [
    SpeakersService,
    SpeakersRepository,
    CategoriesService,
    CategoriesRepository,
    RegionsService,
    RegionsRepository,
  ],
})
export class DirectoryModule {}

import { Module } from '@nestjs/common';
import { FigureFilesController } from './files/figure-files.controller';
import { FigureFiles } from './files/figure-files.service';
import { PublicFiguresController } from './pages/public-figures.controller';
import { PublicFiguresRepository } from './pages/public-figures.repository';
import { PublicFiguresService } from './pages/public-figures.service';

/** Figures as everybody may read them, and their data. */
@Module({
  controllers: [PublicFiguresController, FigureFilesController],
  providers: [PublicFiguresService, PublicFiguresRepository, FigureFiles],
})
export class PublicFiguresModule {}

/** Addresses outside of the API's prefix. */
export const publicFiguresRootRoutes = [
  '/data/figures.:language.:format',
  '/data/series/:slug/figures.:language.:format',
];

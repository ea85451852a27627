import { Module } from '@nestjs/common';
import { ImageFilesController } from './library/image-files.controller';
import { MediaController } from './library/media.controller';
import { MediaLibrary } from './library/media-library';
import { MediaRepository } from './library/media.repository';
import { MediaStorage } from './storage/media-storage';

/** Addresses of images, outside of the API's prefix. */
export const mediaRootRoutes = ['/media/:id/:file'];

@Module({
  controllers: [MediaController, ImageFilesController],
  providers: [MediaLibrary, MediaRepository, MediaStorage],
  exports: [MediaLibrary, MediaStorage],
})
export class MediaModule {}

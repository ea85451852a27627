import { Module } from '@nestjs/common';
import { EditMany } from './library/edit-many';
import { ImageFilesController } from './library/image-files.controller';
import { MediaController } from './library/media.controller';
import { MediaLibrary } from './library/media-library';
import { MediaRepository } from './library/media.repository';
import { PrepareImages } from './preparing/prepare-images';
import { PreparingRepository } from './preparing/preparing.repository';
import { ReplaceMedia } from './replacing/replace-media';
import { ReplacementRepository } from './replacing/replacement.repository';
import { MediaStorage } from './storage/media-storage';
import { MediaUploads } from './uploads/media-uploads';
import { UploadsController } from './uploads/uploads.controller';
import { UploadsRepository } from './uploads/uploads.repository';

/** Addresses of images, outside of the API's prefix; the dot keeps the API's own addresses of this form within it. */
export const mediaRootRoutes = ['/media/:id/:name.:format'];

@Module({
  controllers: [
    // Before the addresses with a parameter in the same place.
    UploadsController,
    MediaController,
    ImageFilesController,
  ],
  providers: [
    EditMany,
    MediaLibrary,
    MediaRepository,
    MediaStorage,
    MediaUploads,
    PrepareImages,
    PreparingRepository,
    ReplaceMedia,
    ReplacementRepository,
    UploadsRepository,
  ],
  exports: [MediaLibrary, MediaStorage],
})
export class MediaModule {}
